//! A `Result` or an `Option` is used instead of the credentials in it.
//! Write `?` after the expression.

use twilio_capability::{AccountCredentials, ApiKeyCredentials, access_token, capability};

fn capability() {
    let _ = capability! { incoming "john"; credentials AccountCredentials::from_env() };
}

fn token(api_key: Option<ApiKeyCredentials>) {
    let _ = access_token! { identity "john"; video; credentials api_key };
}

fn main() {}

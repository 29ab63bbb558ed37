//! The credentials of an account are used to sign an access token.

use std::sync::Arc;

use twilio_capability::{AccountCredentials, access_token};

fn token(account: Arc<AccountCredentials>) {
    let _ = access_token! { identity "john"; video; credentials account };
}

fn main() {}

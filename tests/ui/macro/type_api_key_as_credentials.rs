//! An API key is used to sign a client capability token.

use twilio_capability::{ApiKeyCredentials, capability};

fn capability(api_key: &ApiKeyCredentials) {
    let _ = capability! { incoming "john"; credentials api_key };
}

fn main() {}

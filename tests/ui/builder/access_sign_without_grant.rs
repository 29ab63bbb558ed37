//! An access token is signed without a grant.

use twilio_capability::{AccessToken, ApiKeyCredentials};

fn token(api_key: &ApiKeyCredentials) {
    let _ = AccessToken::new().anonymous().credentials(api_key).sign();
}

fn main() {}

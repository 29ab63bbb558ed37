//! A verifier of access tokens gets an auth token, which signs capability tokens.

use twilio_capability::{ApiKeyCredentials, AuthToken, Verifier};

fn verifier(api_key: &ApiKeyCredentials, auth_token: AuthToken) {
    let _ = Verifier::access_token(api_key).or_auth_token(auth_token);
}

fn main() {}

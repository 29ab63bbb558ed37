//! A verifier is made of something that is no credentials.

use twilio_capability::{AuthToken, Verifier};

fn verifier(auth_token: &AuthToken) {
    let _ = Verifier::capability(auth_token);
}

fn main() {}

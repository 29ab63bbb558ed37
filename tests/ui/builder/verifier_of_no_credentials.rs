//! A verifier is made from something that is not credentials.

use twilio_capability::{AuthToken, Verifier};

fn verifier(auth_token: &AuthToken) {
    let _ = Verifier::capability(auth_token);
}

fn main() {}

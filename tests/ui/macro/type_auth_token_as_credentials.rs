//! An auth token is used as credentials.
//! Make an `AccountCredentials` from it first.

use twilio_capability::{AuthToken, capability};

fn call(token: &AuthToken) {
    let _ = capability! { credentials token; incoming "john" };
}

fn main() {}

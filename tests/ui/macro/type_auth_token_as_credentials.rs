//! An auth token is used instead of the credentials.
//! Make an `AccountCredentials` first.

use twilio_capability::{AuthToken, capability};

fn call(token: &AuthToken) {
    let _ = capability! { credentials token; incoming "john" };
}

fn main() {}

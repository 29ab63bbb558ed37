//! An auth token stands where the credentials belong.
//! Make an `AccountCredentials` first.

use twilio_capability::{AuthToken, capability};

fn call(token: &AuthToken) {
    let _ = capability! { credentials token; incoming "john" };
}

fn main() {}

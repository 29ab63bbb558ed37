//! An auth token is the value of a parameter.
//! Do not send it: a secret has no `Display` on purpose.

use twilio_capability::{AuthToken, capability};

fn call(token: &AuthToken) {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { token } };
}

fn main() {}

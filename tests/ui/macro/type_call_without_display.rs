//! A call whose result cannot be written as a string is the value of a parameter.
//! Pass something that has `Display`, such as a field of it.

use twilio_capability::{access_token, capability};

struct User;

fn user() -> User {
    User
}

fn capability() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { user = user() } };
}

fn token() {
    let _ = access_token! { identity "john"; voice { outgoing "AP11111111111111111111111111111111" { user = user() } } };
}

fn main() {}

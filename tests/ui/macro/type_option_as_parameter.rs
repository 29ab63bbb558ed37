//! An `Option` of a type that cannot be written is the value of a parameter, or an `Option` is the value of a filter.
//! Pass an `Option` of something that has `Display`. Unwrap the value of a filter.

use twilio_capability::capability;

struct User;

fn capability(user: Option<User>, call: Option<&str>) {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { user } };
    let _ = capability! { events { CallSid = call } };
}

fn main() {}

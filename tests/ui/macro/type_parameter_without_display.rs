//! The type of a parameter's value does not implement `Display`.
//! Pass a value that implements `Display`, such as one of its fields.

use twilio_capability::capability;

struct User;

fn main() {
    let user = User;
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { user } };
}

//! The value of a parameter cannot be written as a string.
//! Pass something that has `Display`, such as a field of it.

use twilio_capability::capability;

struct User;

fn main() {
    let user = User;
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { user } };
}

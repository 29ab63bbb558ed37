//! A value is used instead of a parameter.

use twilio_capability::capability;

struct User {
    id: u32,
}

fn main() {
    let user = User { id: 42 };
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { user.id } };
}

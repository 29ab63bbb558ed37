//! The name of a parameter has a space in it.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { "user id" = 42 } };
}

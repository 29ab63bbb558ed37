//! The name of a parameter contains a space.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { "user id" = 42 } };
}

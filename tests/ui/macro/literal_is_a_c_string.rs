//! A C string is used instead of a string.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing c"AP11111111111111111111111111111111" };
}

//! The letter `O` is used instead of the digit `0`.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "APO1111111111111111111111111111111" };
}

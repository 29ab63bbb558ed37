//! The letter `O` stands where the digit `0` belongs.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "APO1111111111111111111111111111111" };
}

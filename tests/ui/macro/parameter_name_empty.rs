//! A text without characters stands where the name of a parameter belongs.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { "" = 42 } };
}

//! The name of a parameter is empty.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { "" = 42 } };
}

//! An empty string is used instead of the name of a parameter.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { "" = 42 } };
}

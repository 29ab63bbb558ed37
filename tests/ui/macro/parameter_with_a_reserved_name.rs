//! A parameter has the name of one that Twilio adds.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { From = "jane" } };
}

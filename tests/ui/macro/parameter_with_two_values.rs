//! A parameter has two values.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { plan = "free" "gold" } };
}

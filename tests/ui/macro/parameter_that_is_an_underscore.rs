//! `_` is used as the name of a parameter.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { _ = 7 } };
}

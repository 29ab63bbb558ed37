//! A keyword is used as a parameter without a value.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { type } };
}

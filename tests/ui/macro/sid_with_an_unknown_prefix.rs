//! A text starts as no SID does.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "XY11111111111111111111111111111111" };
}

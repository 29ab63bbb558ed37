//! A number with a decimal point is used instead of a SID.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing 1.5 };
}

//! A number with a decimal point stands where a SID belongs.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing 1.5 };
}

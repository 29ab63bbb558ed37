//! A SID has quotes inside the string.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "'AP11111111111111111111111111111111'" };
}

//! A string does not start like a SID.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "XY11111111111111111111111111111111" };
}

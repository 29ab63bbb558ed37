//! A string starts with two letters that no SID starts with.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "XY11111111111111111111111111111111" };
}

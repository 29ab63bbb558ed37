//! A C string stands where a text belongs.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing c"AP11111111111111111111111111111111" };
}

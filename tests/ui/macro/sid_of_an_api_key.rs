//! The SID of an API key stands where that of an application belongs.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "SK11111111111111111111111111111111" };
}

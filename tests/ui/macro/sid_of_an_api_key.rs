//! The SID of an API key is used as the SID of an application.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "SK11111111111111111111111111111111" };
}

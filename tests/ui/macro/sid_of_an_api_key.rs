//! The SID of an API key is used instead of that of an application.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "SK11111111111111111111111111111111" };
}

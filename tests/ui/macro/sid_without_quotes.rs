//! A SID is not in quotes.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing AP11111111111111111111111111111111 };
}

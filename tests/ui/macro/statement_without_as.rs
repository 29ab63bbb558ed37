//! The `as` before a client name is missing.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" "john" };
}

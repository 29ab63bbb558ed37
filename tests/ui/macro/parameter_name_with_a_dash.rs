//! The name of a parameter is not an identifier and has no quotes.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { user-id = 42 } };
}

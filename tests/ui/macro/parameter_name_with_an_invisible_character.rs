//! The name of a parameter contains an invisible character.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { "user_id\u{200B}" = 42 } };
}

//! An auth token is used as the name of a parameter. No message shows it.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { "0123456789abcdef0123456789abcdef" = 42 } };
}

//! An auth token or a key for parameters is used instead of the name of a parameter; no message repeats it.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { "0123456789abcdef0123456789abcdef" = 42 } };
    let _ = capability! { outgoing "AP11111111111111111111111111111111" {
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" = 42
    } };
}

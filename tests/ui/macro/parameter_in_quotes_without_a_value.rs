//! A parameter whose name is in quotes has no value.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { "user-id" } };
}

//! A keyword is used alone as a parameter, but no variable can have that name.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { type } };
}

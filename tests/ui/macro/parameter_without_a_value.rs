//! A parameter has a `=` but no value.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { user_id = } };
}

//! A `with` comes before the parameters.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" with { user_id = 42 } };
}

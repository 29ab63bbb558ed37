//! Two parameters have the same name.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { user_id = 1, plan = "free", user_id = 2 } };
}

//! Two parameters have the same name, one of them in quotes.

use twilio_capability::capability;

fn main() {
    let user_id = 1;
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { user_id, "user_id" = 2 } };
}

//! Nothing follows `..`.

use twilio_capability::capability;

fn main() {
    let user_id = 42;
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { user_id, .. } };
}

//! The value of a statement is a block.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming { let name = "john"; name.parse().unwrap() } };
    let _ = capability! { outgoing "AP11111111111111111111111111111111" as { let x = 1; x } };
    let _ = capability! { outgoing { let x = 1; x } { user_id = 7 } };
}

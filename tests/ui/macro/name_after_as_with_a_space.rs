//! The client name after `as` follows the same rule.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" as "john smith" };
}

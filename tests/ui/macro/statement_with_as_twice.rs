//! A statement has two names after `as`.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" as "john" as "jane" };
}

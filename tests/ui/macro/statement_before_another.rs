//! A statement has no expression and no `;`.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming outgoing "AP11111111111111111111111111111111" };
}

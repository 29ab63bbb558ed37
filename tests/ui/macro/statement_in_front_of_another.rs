//! A statement has neither its expression nor its `;`.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming outgoing "AP11111111111111111111111111111111" };
}

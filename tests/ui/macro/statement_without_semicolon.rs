//! The `;` between two statements is missing.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john" ttl 5m };
}

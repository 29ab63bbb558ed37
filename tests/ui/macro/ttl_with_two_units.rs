//! A lifetime has two units.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 1h 30m };
    let _ = capability! { incoming "john"; ttl 1h30m };
}

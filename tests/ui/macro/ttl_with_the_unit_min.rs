//! A lifetime has a unit by another name.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 5min };
}

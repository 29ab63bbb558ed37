//! A lifetime has a fraction of a second.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 0.5 };
}

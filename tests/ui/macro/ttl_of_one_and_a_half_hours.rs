//! A lifetime has a decimal point.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 1.5h };
}

//! A lifetime is in milliseconds, without a unit.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 300000 };
}

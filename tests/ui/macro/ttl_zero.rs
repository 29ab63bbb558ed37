//! A lifetime is zero.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 0 };
}

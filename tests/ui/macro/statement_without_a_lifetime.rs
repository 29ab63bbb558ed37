//! A statement has no lifetime.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl };
}

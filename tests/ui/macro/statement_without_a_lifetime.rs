//! A statement lacks its lifetime.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl };
}

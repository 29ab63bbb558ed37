//! The unit of a lifetime is milliseconds.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 300ms };
}

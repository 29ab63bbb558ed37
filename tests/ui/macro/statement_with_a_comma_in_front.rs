//! A `,` has no statement in front of it.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john";, ttl 5m };
}

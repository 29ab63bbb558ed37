//! A call has no scope, so the token would allow nothing.

use twilio_capability::capability;

fn main() {
    let _ = capability! { ttl 5m };
}

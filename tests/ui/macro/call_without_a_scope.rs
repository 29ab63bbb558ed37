//! No statement allows anything.

use twilio_capability::capability;

fn main() {
    let _ = capability! { ttl 5m };
}

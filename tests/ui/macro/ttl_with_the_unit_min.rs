//! The unit of a lifetime is written in another way.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 5min };
}

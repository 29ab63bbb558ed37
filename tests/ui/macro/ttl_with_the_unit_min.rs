//! The unit of a lifetime is misspelled.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 5min };
}

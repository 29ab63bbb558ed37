//! A lifetime is longer than a day, and cannot have been meant in milliseconds.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 86401 };
}

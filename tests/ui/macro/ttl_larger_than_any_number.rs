//! A lifetime is larger than any integer.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 99999999999999999999999 };
}

//! A lifetime is a string.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl "five minutes" };
}

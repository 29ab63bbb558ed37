//! A lifetime is a text.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl "five minutes" };
}

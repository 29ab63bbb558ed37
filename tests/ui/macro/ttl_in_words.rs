//! A lifetime is written in words.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl "five minutes" };
}

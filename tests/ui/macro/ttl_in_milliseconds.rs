//! A lifetime is written in milliseconds.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 300000 };
}

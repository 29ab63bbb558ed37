//! A lifetime is in hexadecimal.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 0x12C };
}

//! A lifetime has the type of a number behind it.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 300u64 };
}

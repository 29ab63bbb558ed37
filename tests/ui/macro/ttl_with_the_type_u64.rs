//! A lifetime has the suffix of a Rust type.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 300u64 };
}

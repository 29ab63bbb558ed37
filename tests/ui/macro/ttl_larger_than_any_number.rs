//! A lifetime has more digits than a number can have.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 99999999999999999999999 };
}

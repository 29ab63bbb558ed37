//! A lifetime is longer than a day and not a number of milliseconds.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 86401 };
}

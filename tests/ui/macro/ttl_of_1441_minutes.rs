//! A lifetime in minutes is longer than a day.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 1441m };
}

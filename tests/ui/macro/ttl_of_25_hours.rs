//! A lifetime in hours is longer than a day.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 25h };
}

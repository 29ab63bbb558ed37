//! There is a space between a number and its unit.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 5 m };
}

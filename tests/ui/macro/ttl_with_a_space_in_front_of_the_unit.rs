//! A number and its unit are two words.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 5 m };
}

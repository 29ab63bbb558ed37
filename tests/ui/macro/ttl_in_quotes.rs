//! A lifetime is in quotes.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl "300" };
}

//! A `,` is between two statements.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john", ttl 5m };
}

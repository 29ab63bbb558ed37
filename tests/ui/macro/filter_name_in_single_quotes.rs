//! The name of an event filter is in single quotes.

use twilio_capability::capability;

fn main() {
    let _ = capability! { events { 'c' = 1 } };
}

//! The name of a filter is a character.

use twilio_capability::capability;

fn main() {
    let _ = capability! { events { 'c' = 1 } };
}

//! A number is used instead of a string.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming 42 };
}

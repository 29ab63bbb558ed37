//! A statement starts with a string.

use twilio_capability::capability;

fn main() {
    let _ = capability! { "john" };
}

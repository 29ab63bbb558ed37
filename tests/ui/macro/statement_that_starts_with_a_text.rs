//! A statement starts with no word.

use twilio_capability::capability;

fn main() {
    let _ = capability! { "john" };
}

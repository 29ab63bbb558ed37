//! A `Result` is used instead of the value in it.

use twilio_capability::capability;

fn capability(name: &str) {
    let _ = capability! { incoming name.parse() };
}

fn main() {}

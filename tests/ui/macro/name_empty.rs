//! An empty string is used instead of a client name.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "" };
}

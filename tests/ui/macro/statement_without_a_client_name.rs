//! A statement has no client name.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming };
}

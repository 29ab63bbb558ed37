//! A statement has two names.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john" "jane" };
}

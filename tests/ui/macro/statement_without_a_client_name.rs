//! A statement lacks its client name.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming };
}

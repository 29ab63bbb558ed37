//! A call is empty.

use twilio_capability::capability;

fn main() {
    let _ = capability! {};
}

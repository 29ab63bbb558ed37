//! A call says nothing.

use twilio_capability::capability;

fn main() {
    let _ = capability! {};
}

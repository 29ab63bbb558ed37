//! An empty string is used instead of a SID.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "" };
}

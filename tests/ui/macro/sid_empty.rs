//! A text without characters stands where a SID belongs.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "" };
}

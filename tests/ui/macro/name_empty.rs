//! A text without characters stands where a client name belongs.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "" };
}

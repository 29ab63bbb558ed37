//! A client name contains an invisible character.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john\u{200B}" };
}

//! A statement has no credentials.

use twilio_capability::capability;

fn main() {
    let _ = capability! { credentials; incoming "john" };
}

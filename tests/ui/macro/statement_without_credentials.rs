//! A statement lacks its credentials.

use twilio_capability::capability;

fn main() {
    let _ = capability! { credentials; incoming "john" };
}

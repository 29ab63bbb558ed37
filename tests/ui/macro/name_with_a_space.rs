//! A client name contains a space.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john smith" };
}

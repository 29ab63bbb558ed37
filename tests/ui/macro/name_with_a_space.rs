//! A client name has a space in it.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john smith" };
}

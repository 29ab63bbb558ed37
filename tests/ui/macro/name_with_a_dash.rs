//! A client name contains a hyphen.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john-smith" };
}

//! An e-mail address is used as a client name.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john@example.com" };
}

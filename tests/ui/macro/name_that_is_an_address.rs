//! An e-mail address is used instead of a client name.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john@example.com" };
}

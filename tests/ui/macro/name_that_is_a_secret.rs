//! An auth token is used as a client name. No message shows it.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "0123456789abcdef0123456789abcdef" };
}

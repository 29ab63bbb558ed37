//! An auth token is used as a SID. No message shows it.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "0123456789abcdef0123456789abcdef" };
}

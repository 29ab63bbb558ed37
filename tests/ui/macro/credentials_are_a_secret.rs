//! An auth token is a literal in the source. No message shows it.

use twilio_capability::capability;

fn main() {
    let _ = capability! { credentials "0123456789abcdef0123456789abcdef"; incoming "john" };
}

//! An auth token is in the source; no message repeats it.

use twilio_capability::capability;

fn main() {
    let _ = capability! { credentials "0123456789abcdef0123456789abcdef"; incoming "john" };
}

//! An auth token is used instead of a SID; no message repeats it.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "0123456789abcdef0123456789abcdef" };
}

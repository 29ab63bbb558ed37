//! An auth token is used instead of a client name; no message repeats it.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "0123456789abcdef0123456789abcdef" };
}

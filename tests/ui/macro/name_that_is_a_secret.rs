//! An auth token stands where a client name belongs; no message repeats it.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "0123456789abcdef0123456789abcdef" };
}

//! A statement starts with an upper-case letter.

use twilio_capability::capability;

fn main() {
    let _ = capability! { Incoming "john" };
}

//! A statement does not start with a keyword.

use twilio_capability::capability;

fn main() {
    let _ = capability! { "john" };
}

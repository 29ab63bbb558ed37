//! A client name has quotes inside the string.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "\"john\"" };
}

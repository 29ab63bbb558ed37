//! Quotes were pasted together with a client name.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "\"john\"" };
}

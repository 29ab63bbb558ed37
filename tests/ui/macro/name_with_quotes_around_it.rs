//! The string of a client name contains quotes, which were copied with the name.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "\"john\"" };
}

//! There is a `=` between a statement's name and its value.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming = "john" };
}

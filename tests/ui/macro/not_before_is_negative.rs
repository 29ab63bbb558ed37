//! `not_before` gets a negative number.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; not_before -5 };
}

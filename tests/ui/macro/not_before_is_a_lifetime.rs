//! `not_before` gets a number of seconds from now.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; not_before 300 };
}

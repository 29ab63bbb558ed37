//! `not_before` gets a number of milliseconds instead of a point in time.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; not_before 1700000000000 };
}

//! A number of seconds is used instead of a point in time.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; not_before 1700000000 };
}

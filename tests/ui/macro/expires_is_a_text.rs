//! A text stands where a point in time belongs.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; expires "2030-01-01" };
}

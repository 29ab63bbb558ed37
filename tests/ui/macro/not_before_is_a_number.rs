//! A number of seconds stands where a point in time belongs.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; not_before 1700000000 };
}

//! A lifetime stands where a point in time belongs.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; expires 300 };
}

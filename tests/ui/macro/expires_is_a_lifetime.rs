//! A lifetime is used instead of a point in time.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; expires 300 };
}

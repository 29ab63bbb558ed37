//! A statement occurs twice.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; incoming "jane" };
}

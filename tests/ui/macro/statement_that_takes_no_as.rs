//! A statement that takes no name has one.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john" as "jane" };
}

//! A statement that takes no value has one.

use twilio_capability::capability;

fn main() {
    let _ = capability! { events "call.completed" };
}

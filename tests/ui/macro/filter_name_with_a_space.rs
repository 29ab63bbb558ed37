//! The name of an event filter contains a space.

use twilio_capability::capability;

fn main() {
    let _ = capability! { events { "Event Type" = "call.completed" } };
}

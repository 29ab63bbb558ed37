//! The name of an event filter has a space in it.

use twilio_capability::capability;

fn main() {
    let _ = capability! { events { "Event Type" = "call.completed" } };
}

//! Two event filters have the same name.

use twilio_capability::capability;

fn main() {
    let _ = capability! { events { CallSid = "CA1", CallSid = "CA2" } };
}

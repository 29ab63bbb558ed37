//! An event filter has a `=` but no value.

use twilio_capability::capability;

fn main() {
    let _ = capability! { events { CallSid = } };
}

//! The unit of a lifetime is days.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl 1d };
}

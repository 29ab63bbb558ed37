//! A lifetime is calculated from numbers.

use twilio_capability::capability;

const MINUTES: u32 = 60;

fn main() {
    let minutes = 60;
    let _ = capability! { incoming "john"; ttl 60 * 5 };
    let _ = capability! { incoming "john"; ttl (4 + 1) * MINUTES };
    let _ = capability! { incoming "john"; ttl 5 * minutes };
}

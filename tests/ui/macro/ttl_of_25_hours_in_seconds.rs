//! A lifetime in seconds is longer than a day.

use twilio_capability::{Ttl, capability};

const TTL: Ttl = Ttl::from_static(172_800);

fn main() {
    let _ = capability! { incoming "john"; ttl 90_000 };
}

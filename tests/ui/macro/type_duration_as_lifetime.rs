//! A `Duration` is used instead of a lifetime.
//! Write `Ttl::try_from(duration)?`, or `ttl 5m`.

use std::time::Duration;

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; ttl Duration::from_secs(300) };
}

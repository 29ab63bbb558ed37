//! Two statements say when the token ends.

use twilio_capability::{UnixTime, capability};

fn call(closes: UnixTime) {
    let _ = capability! { incoming "john"; ttl 5m; expires closes };
}

fn main() {}

//! An `Option` is used instead of a lifetime.

use twilio_capability::{Ttl, capability};

fn capability(ttl: Option<Ttl>) {
    let _ = capability! { incoming "john"; ttl ttl };
}

fn main() {}

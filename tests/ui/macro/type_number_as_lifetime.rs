//! A number is used instead of a lifetime.
//! Write `Ttl::from_secs(seconds)?`.

use twilio_capability::capability;

fn call(seconds: u64) {
    let _ = capability! { incoming "john"; ttl seconds };
}

fn main() {}

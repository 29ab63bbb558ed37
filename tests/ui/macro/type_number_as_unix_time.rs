//! A number is used instead of a `UnixTime`.
//! Write `UnixTime::from_secs(seconds)?`.

use twilio_capability::capability;

fn call(seconds: u64) {
    let _ = capability! { incoming "john"; not_before seconds };
}

fn main() {}

//! A `SystemTime` is used instead of a `UnixTime`.
//! Write `UnixTime::try_from(time)?`.

use std::time::SystemTime;

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; expires SystemTime::now() };
}

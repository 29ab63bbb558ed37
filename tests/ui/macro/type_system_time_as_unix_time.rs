//! A `SystemTime` stands where a `UnixTime` belongs.
//! Write `UnixTime::try_from(time)?`.

use std::time::SystemTime;

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; expires SystemTime::now() };
}

//! The derive is on a unit struct.

use twilio_capability::CallParams;

#[derive(CallParams)]
struct Caller;

fn main() {}

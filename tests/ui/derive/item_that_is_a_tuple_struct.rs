//! The derive is on a tuple struct.

use twilio_capability::CallParams;

#[derive(CallParams)]
struct Caller(u64, String);

fn main() {}

//! The path of the crate is in quotes.

use twilio_capability::CallParams;

#[derive(CallParams)]
#[params(crate = "twilio_capability")]
struct Caller {
    user_id: u64,
}

fn main() {}

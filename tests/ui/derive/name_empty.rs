//! A field is renamed to an empty name.

use twilio_capability::CallParams;

#[derive(CallParams)]
struct Caller {
    #[params(rename = "")]
    user_id: u64,
}

fn main() {}

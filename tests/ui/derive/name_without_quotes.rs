//! The name of a parameter is not a string.

use twilio_capability::CallParams;

#[derive(CallParams)]
struct Caller {
    #[params(rename = user)]
    user_id: u64,
    #[params(rename = 'p')]
    plan: String,
}

fn main() {}

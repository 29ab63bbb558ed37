//! A word of `params` is in the wrong place.

use twilio_capability::CallParams;

#[derive(CallParams)]
#[params(rename = "caller")]
struct Caller {
    #[params(crate = twilio_capability)]
    user_id: u64,
}

fn main() {}

//! A word of `params` is given twice.

use twilio_capability::CallParams;

#[derive(CallParams)]
struct Caller {
    #[params(rename = "user")]
    #[params(rename = "id")]
    user_id: u64,
}

fn main() {}

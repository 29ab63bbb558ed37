//! A field has the name of a parameter that Twilio sends.

use twilio_capability::CallParams;

#[derive(CallParams)]
struct Caller {
    user_id: u64,
    #[expect(non_snake_case)]
    From: String,
}

fn main() {}

//! A word of `params` has no value.

use twilio_capability::CallParams;

#[derive(CallParams)]
struct Caller {
    #[params(rename)]
    user_id: u64,
    #[params(rename("plan"))]
    kind: String,
}

fn main() {}

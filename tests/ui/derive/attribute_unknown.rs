//! A word of `params` is misspelled or unknown.

use twilio_capability::CallParams;

#[derive(CallParams)]
struct Caller {
    #[params(renam = "user-id")]
    user_id: u64,
    #[params(name = "kind")]
    plan: String,
    #[params(skip)]
    seat: u32,
}

fn main() {}

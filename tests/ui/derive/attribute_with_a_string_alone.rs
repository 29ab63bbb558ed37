//! The attribute `params` has only a string.

use twilio_capability::CallParams;

#[derive(CallParams)]
struct Caller {
    #[params("user-id")]
    user_id: u64,
}

fn main() {}

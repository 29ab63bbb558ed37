//! The attribute `params` has no parentheses.

use twilio_capability::CallParams;

#[derive(CallParams)]
struct Caller {
    #[params]
    user_id: u64,
    #[params = "kind"]
    plan: String,
}

fn main() {}

//! A field is renamed to what looks like a secret.

use twilio_capability::CallParams;

#[derive(CallParams)]
struct Caller {
    #[params(rename = "0123456789abcdef0123456789abcdef")]
    user_id: u64,
}

fn main() {}

//! A field is renamed to a name with a space.

use twilio_capability::CallParams;

#[derive(CallParams)]
struct Caller {
    #[params(rename = "user id")]
    user_id: u64,
}

fn main() {}

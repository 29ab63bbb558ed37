//! The derive is on a union.

use twilio_capability::CallParams;

#[derive(CallParams)]
union Caller {
    user_id: u64,
    seat: u32,
}

fn main() {}

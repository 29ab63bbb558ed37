//! The type of a field does not implement `FromStr`.

use std::fmt;

use twilio_capability::CallParams;

struct Plan;

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("free")
    }
}

#[derive(CallParams)]
struct Caller {
    user_id: u64,
    plan: Plan,
    other: Option<Plan>,
}

fn main() {}

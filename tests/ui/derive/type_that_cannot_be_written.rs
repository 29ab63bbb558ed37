//! The type of a field does not implement `Display`.

use std::convert::Infallible;
use std::str::FromStr;

use twilio_capability::CallParams;

struct Plan;

impl FromStr for Plan {
    type Err = Infallible;

    fn from_str(_: &str) -> Result<Self, Self::Err> {
        Ok(Self)
    }
}

#[derive(CallParams)]
struct Caller {
    user_id: u64,
    plan: Plan,
    other: Option<Plan>,
}

fn main() {}

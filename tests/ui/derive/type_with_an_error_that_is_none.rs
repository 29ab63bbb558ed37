//! The error of a `FromStr` does not implement `Error`.

use std::fmt;
use std::str::FromStr;

use twilio_capability::CallParams;

#[derive(Clone, Copy)]
struct Plan;

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("free")
    }
}

impl FromStr for Plan {
    type Err = ();

    fn from_str(_: &str) -> Result<Self, Self::Err> {
        Ok(Self)
    }
}

#[derive(CallParams)]
struct Caller {
    plan: Plan,
}

fn main() {}

//! The error of a `FromStr` does not implement `Error`, or not `Send` and `Sync`.

use std::error::Error;
use std::fmt;
use std::str::FromStr;

use twilio_capability::{CallParams, ReceivedParams};

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

/// Its error cannot be sent to another thread.
struct Local;

impl fmt::Display for Local {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("local")
    }
}

impl FromStr for Local {
    type Err = Box<dyn Error>;

    fn from_str(_: &str) -> Result<Self, Self::Err> {
        Ok(Self)
    }
}

#[derive(CallParams)]
struct Caller {
    plan: Plan,
    other: Option<Plan>,
    local: Local,
}

fn plan(received: &ReceivedParams) -> Option<Plan> {
    received.parse("plan").ok()
}

fn main() {}

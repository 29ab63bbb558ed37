//! The path of the crate is unknown.
//! Write the name that the crate has in `Cargo.toml`.

use twilio_capability::CallParams;

#[derive(CallParams)]
#[params(crate = tokens)]
struct Caller {
    user_id: u64,
    plan: Option<String>,
}

fn main() {}

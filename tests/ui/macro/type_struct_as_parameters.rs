//! A struct that does not implement `CallParams` is spread into the parameters.

use twilio_capability::{CallParams, access_token, capability};

struct Undeclared {
    user_id: u64,
}

#[derive(CallParams)]
struct Caller {
    user_id: u64,
}

fn capability(caller: &Undeclared) {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { ..caller } };
}

fn token(caller: Option<Caller>) {
    let _ = access_token! { identity "john"; voice { outgoing "AP11111111111111111111111111111111" { ..caller } } };
}

fn main() {}

//! A parameter follows `..`.

use twilio_capability::{Params, capability};

fn capability(more: &Params, user_id: u32) {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { ..more, user_id } };
}

fn main() {}

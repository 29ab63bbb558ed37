//! There are two `..` in the list of parameters.

use twilio_capability::{Params, capability};

fn capability(more: &Params) {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { ..more, ..more } };
}

fn main() {}

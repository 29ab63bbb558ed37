//! A map is spread into the parameters.

use std::collections::HashMap;

use twilio_capability::{Params, access_token, capability};

fn capability(more: &HashMap<String, String>) {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { ..more } };
}

fn token(more: &Params) {
    let _ = access_token! { identity "john"; voice { outgoing "AP11111111111111111111111111111111" { ..more } } };
}

fn main() {}

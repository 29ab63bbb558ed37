//! The type of a parameter of a Voice grant cannot be written as JSON.

use std::collections::HashMap;

use twilio_capability::{OutgoingParams, ParamName};

const SEATS: ParamName = ParamName::from_static("seats");

fn main() {
    let seats: HashMap<(u8, u8), bool> = HashMap::new();
    let _ = OutgoingParams::new().param(SEATS, seats);
}

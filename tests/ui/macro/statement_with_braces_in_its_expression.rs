//! An expression contains braces.

use twilio_capability::{ClientName, capability};

struct User {
    name: ClientName,
}

fn call(name: ClientName) {
    let _ = capability! { incoming User { name }.name };
}

fn main() {}

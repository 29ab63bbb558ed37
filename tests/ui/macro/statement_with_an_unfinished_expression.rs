//! An expression ends with an operator.

use twilio_capability::capability;

fn call(first: &str) {
    let _ = capability! { incoming first + };
}

fn main() {}

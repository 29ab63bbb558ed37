//! The value of a statement is a block.

use twilio_capability::capability;

macro_rules! incoming {
    ($name:block) => {
        capability! { incoming $name }
    };
}

fn main() {
    let _ = capability! { incoming { let name = "john"; name.parse().unwrap() } };
    let _ = capability! { outgoing "AP11111111111111111111111111111111" as { let x = 1; x } };
    let _ = incoming!({ "john".parse().unwrap() });
}

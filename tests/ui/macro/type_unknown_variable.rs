//! An expression uses an unknown variable.
//! The message is rustc's. It points at the expression, as it does outside the macro.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming jon };
}

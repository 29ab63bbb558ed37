//! An expression contains a mistake that has nothing to do with the macro.
//! Correct the expression. rustc points at it, as it does outside of the macro.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming jon };
}

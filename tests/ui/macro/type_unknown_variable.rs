//! An expression has a mistake of its own.
//! What rustc says: it points at the expression, as it does outside of the macro.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming jon };
}

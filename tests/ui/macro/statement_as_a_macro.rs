//! A statement is written like the call of a macro.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming!("john") };
}

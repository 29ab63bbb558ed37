//! A statement is written like a macro call.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming!("john") };
}

//! There are two pairs of braces around the statements.

use twilio_capability::capability;

fn main() {
    let _ = capability! { { incoming "john" } };
}

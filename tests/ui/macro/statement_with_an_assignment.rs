//! The expression of a statement contains an assignment.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john" = 3 };
}

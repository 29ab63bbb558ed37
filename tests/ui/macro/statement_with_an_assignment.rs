//! Something is assigned to the operand of a statement.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john" = 3 };
}

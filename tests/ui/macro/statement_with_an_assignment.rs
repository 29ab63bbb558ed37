//! Something is assigned to the expression of a statement.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john" = 3 };
}

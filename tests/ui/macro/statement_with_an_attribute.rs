//! An attribute comes before a statement.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; #[cfg(test)] outgoing "AP11111111111111111111111111111111" };
}

//! A doc comment comes before a statement.

use twilio_capability::capability;

fn main() {
    let _ = capability! {
        /// Takes calls to John.
        incoming "john"
    };
}

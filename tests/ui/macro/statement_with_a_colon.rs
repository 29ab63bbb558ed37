//! A `:` is between a statement and what follows it.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming: "john" };
}

//! A statement has no application.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing as "john" };
}

//! A statement lacks its application.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing as "john" };
}

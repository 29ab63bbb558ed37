//! The SID of an account is used as the SID of an application.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AC11111111111111111111111111111111" };
}

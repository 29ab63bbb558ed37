//! The SID of the account is used instead of that of an application.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AC11111111111111111111111111111111" };
}

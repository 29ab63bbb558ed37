//! The SID of the account stands where that of an application belongs.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AC11111111111111111111111111111111" };
}

//! The two letters of a SID are in lower case.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "ap11111111111111111111111111111111" };
}

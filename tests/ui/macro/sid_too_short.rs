//! A SID has too few characters.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP1111111111111111111111111111111" };
}

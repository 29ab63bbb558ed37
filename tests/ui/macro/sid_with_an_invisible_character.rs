//! A SID contains an invisible character.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP1111\u{200B}1111111111111111111111111111" };
}

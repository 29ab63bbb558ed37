//! A SID contains a character of more than one byte. The caret is still below it.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP1111é11111111111111111111111111ö" };
}

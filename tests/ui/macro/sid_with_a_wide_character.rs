//! A SID has a character of more than one byte; the caret is still under it.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP1111é11111111111111111111111111ö" };
}

//! A SID has a letter that is no hexadecimal digit.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP1111111111111111111111111111111g" };
}

//! A SID has a letter that is not a hexadecimal digit.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP1111111111111111111111111111111g" };
}

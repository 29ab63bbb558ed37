//! An upper-case `I` stands where the digit `1` belongs.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111I11111111111111111111111" };
}

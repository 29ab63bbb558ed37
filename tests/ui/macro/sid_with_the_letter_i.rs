//! An upper-case `I` is used instead of the digit `1`.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111I11111111111111111111111" };
}

//! There is a line break after a SID, which was copied with it.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111\n" };
}

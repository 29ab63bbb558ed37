//! The string of a SID contains quotes, which were copied with the SID.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "'AP11111111111111111111111111111111'" };
}

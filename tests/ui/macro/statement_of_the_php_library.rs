//! A word is a method of another library.

use twilio_capability::capability;

fn main() {
    let _ = capability! { allow_client_incoming "john"; allow_client_outgoing "AP11111111111111111111111111111111" };
}

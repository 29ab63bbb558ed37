//! A keyword is a claim, an option or a method of another library.

use twilio_capability::capability;

fn main() {
    let _ = capability! { allowClientIncoming "john"; expires_in 300; validUntil 1700000000 };
}

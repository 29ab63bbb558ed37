//! A statement has the name of a claim, or of an option or a method in another library.

use twilio_capability::capability;

fn main() {
    let _ = capability! { allowClientIncoming "john"; expires_in 300; validUntil 1700000000 };
}

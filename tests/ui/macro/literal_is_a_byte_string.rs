//! A byte string stands where a text belongs.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming b"john" };
}

//! A number stands where a text belongs.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming 42 };
}

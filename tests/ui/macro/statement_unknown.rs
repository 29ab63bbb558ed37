//! A keyword is unknown.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; frobnicate 5 };
}

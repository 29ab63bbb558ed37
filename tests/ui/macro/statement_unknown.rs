//! A statement has a name that is not known.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; frobnicate 5 };
}

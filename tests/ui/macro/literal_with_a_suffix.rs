//! A letter stands behind the last quote.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"s };
}

//! A letter follows the last quote.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"s };
}

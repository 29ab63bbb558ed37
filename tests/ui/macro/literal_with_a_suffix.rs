//! There is a letter after the closing quote.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"s };
}

//! A name starts with a single quote.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming 'john };
}

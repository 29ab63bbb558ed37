//! A text stands behind a single quote.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming 'john };
}

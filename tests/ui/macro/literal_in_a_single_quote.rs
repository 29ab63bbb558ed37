//! There is a single quote before a string.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming 'john };
}

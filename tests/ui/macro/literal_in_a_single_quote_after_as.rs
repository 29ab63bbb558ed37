//! The name after `as` starts with a single quote.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" as 'john };
}

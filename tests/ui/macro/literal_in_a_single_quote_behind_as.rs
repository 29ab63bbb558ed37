//! There is a single quote before the string after `as`.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" as 'john };
}

//! A lower-case `l` is used instead of the digit `1`.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP1111111111111111111111111111111l" };
}

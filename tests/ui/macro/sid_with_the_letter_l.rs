//! A lower-case `l` stands where the digit `1` belongs.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP1111111111111111111111111111111l" };
}

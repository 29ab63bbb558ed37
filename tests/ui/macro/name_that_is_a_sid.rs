//! A SID is used instead of a client name.

use twilio_capability::{access_token, capability};

fn main() {
    let _ = capability! { incoming "AP11111111111111111111111111111111" };
    let _ = capability! { incoming "AC11111111111111111111111111111111" };
    let _ = access_token! { identity "IS11111111111111111111111111111111"; voice { incoming } };
}

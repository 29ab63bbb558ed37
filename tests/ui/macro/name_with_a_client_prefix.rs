//! A client name starts with `client:`, as in the address of a call.

use twilio_capability::{access_token, capability};

fn main() {
    let _ = capability! { incoming "client:john" };
    let _ = access_token! { identity "client:john"; voice { incoming } };
}

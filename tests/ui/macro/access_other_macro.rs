//! Statements of `capability!` are in `access_token!`, and the other way round.

use twilio_capability::{access_token, capability};

fn main() {
    let _ = access_token! {
        identity "john";
        incoming "john";
        outgoing "AP11111111111111111111111111111111" { user_id = 1 };
        events { CallSid = "CA" };
        video
    };
    let _ = capability! {
        incoming "john";
        voice { incoming };
        region "au1"
    };
}

//! A parameter has the name of the parameter that `SignedParams` adds.

use twilio_capability::{access_token, capability};

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { params_signature = "x" } };
    let _ = access_token! {
        identity "john";
        voice { outgoing "AP11111111111111111111111111111111" { "params_signature" = "x" } }
    };
}

//! A field has the name of the parameter that `SignedParams` adds.

use twilio_capability::CallParams;

#[derive(CallParams)]
struct Caller {
    params_signature: String,
}

fn main() {}

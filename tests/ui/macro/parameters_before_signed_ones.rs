//! A parameter is written before signed parameters.
//! The signature does not cover a value that is written in the macro. Put it into the struct that is signed.

use twilio_capability::webhook::{SentParams, SignedParams};
use twilio_capability::{access_token, capability};

fn tokens(signed: SignedParams<SentParams>) {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { user_id = 9, ..signed } };
    let _ = access_token! {
        identity "john";
        voice { outgoing "AP11111111111111111111111111111111" { user_id = 9, ..&signed } }
    };
}

fn main() {}

//! A field has the name of a raw identifier.

use twilio_capability::CallParams;

#[derive(CallParams)]
struct Caller {
    r#type: String,
    #[params(rename = "type")]
    kind: String,
}

fn main() {}

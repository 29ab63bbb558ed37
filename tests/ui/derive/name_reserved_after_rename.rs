//! A field is renamed to a parameter that Twilio sends.

use twilio_capability::CallParams;

#[derive(CallParams)]
struct Caller {
    #[params(rename = "CallSid")]
    id: String,
}

fn main() {}

//! A field is a list.

use twilio_capability::CallParams;

#[derive(CallParams)]
struct Caller {
    tags: Vec<String>,
}

fn main() {}

//! Two fields have the same name after a rename.

use twilio_capability::CallParams;

#[derive(CallParams)]
struct Caller {
    plan: String,
    #[params(rename = "plan")]
    new_plan: String,
}

fn main() {}

//! A number cannot be converted into a client name.
//! Parse what the number stands for: `format!("user_{id}").parse()?`.

use twilio_capability::capability;

fn capability(id: u32) {
    let _ = capability! { incoming id.into() };
}

fn main() {}

//! A field borrows its value.

use twilio_capability::CallParams;

#[derive(CallParams)]
struct Caller<'a> {
    name: &'a str,
    seat: Option<&'a u32>,
}

fn main() {}

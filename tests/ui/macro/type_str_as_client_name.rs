//! A `&str` is used instead of a client name.
//! Parse it first: `let name: ClientName = name.parse()?;`.

use twilio_capability::capability;

fn call(name: &str) {
    let _ = capability! { incoming name };
}

fn main() {}

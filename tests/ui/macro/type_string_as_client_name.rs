//! A `String` is used instead of a client name.
//! Parse it first: `let name: ClientName = name.parse()?;`.

use twilio_capability::capability;

fn call(name: String) {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" as name };
}

fn main() {}

//! A capability of the builder is signed without credentials.
//! Write `.credentials(&account)` in front of `.sign()`.

use twilio_capability::{ClientCapability, ClientName};

fn main() {
    let _ = ClientCapability::new().incoming(ClientName::from_static("john")).sign();
}

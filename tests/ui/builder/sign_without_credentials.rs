//! A capability made with the builder is signed without credentials.
//! Add `.credentials(&account)` before `.sign()`.

use twilio_capability::{ClientCapability, ClientName};

fn main() {
    let _ = ClientCapability::new().incoming(ClientName::from_static("john")).sign();
}

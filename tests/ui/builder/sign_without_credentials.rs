use twilio_capability::{ClientCapability, ClientName};

fn main() {
    let _ = ClientCapability::new().incoming(ClientName::from_static("john")).sign();
}

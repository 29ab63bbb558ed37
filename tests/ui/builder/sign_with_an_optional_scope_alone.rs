use twilio_capability::{AccountCredentials, ClientCapability, ClientName};

fn token(account: &AccountCredentials, name: Option<ClientName>) {
    let _ = ClientCapability::new().maybe_incoming(name).credentials(account).sign();
}

fn main() {}

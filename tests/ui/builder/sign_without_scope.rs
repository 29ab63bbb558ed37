use twilio_capability::{AccountCredentials, ClientCapability};

fn token(account: &AccountCredentials) {
    let _ = ClientCapability::new().credentials(account).sign();
}

fn main() {}

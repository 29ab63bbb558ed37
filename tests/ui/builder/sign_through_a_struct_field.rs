use twilio_capability::client::NoScope;
use twilio_capability::{AccountCredentials, ClientCapability, Token};

struct Session {
    capability: ClientCapability<AccountCredentials, NoScope>,
}

impl Session {
    fn token(&self) -> Token {
        self.capability.sign()
    }
}

fn main() {}

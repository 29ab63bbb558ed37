//! A field holds a capability that lacks something.
//! Write what is missing where the capability is made, and its type in the field: `ClientCapability<AccountCredentials, Scopes>`.

use twilio_capability::client_capability::UnprovenScopes;
use twilio_capability::{AccountCredentials, ClientCapability, Token};

struct Session {
    capability: ClientCapability<AccountCredentials, UnprovenScopes>,
}

impl Session {
    fn token(&self) -> Token {
        self.capability.sign()
    }
}

fn main() {}

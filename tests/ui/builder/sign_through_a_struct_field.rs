//! A struct field holds a capability that is not complete.
//! Add what is missing where the capability is made, and make the type of the field `ClientCapability<AccountCredentials, Scopes>`.

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

//! A variable holds a capability that is not complete.
//! Add what is missing where the capability is made.

use twilio_capability::{ClientCapability, ClientName, Token, Ttl};

fn token(name: ClientName) -> Token {
    let capability = ClientCapability::new().ttl(Ttl::MAX);
    let capability = capability.incoming(name);
    capability.sign()
}

fn main() {}

//! A generic function signs any capability.
//! Take a `ClientCapability<AccountCredentials, Scopes>`.

use twilio_capability::{ClientCapability, Token};

fn token<C, S>(capability: &ClientCapability<C, S>) -> Token {
    capability.sign()
}

fn main() {}

//! A capability is signed without a scope.
//! Add `.incoming(name)`, `.outgoing(outgoing)` or `.events(events)` before `.sign()`.

use twilio_capability::{AccountCredentials, ClientCapability};

fn token(account: &AccountCredentials) {
    let _ = ClientCapability::new().credentials(account).sign();
}

fn main() {}

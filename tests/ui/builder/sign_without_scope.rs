//! A capability is signed that allows nothing.
//! Write `.incoming(name)`, `.outgoing(outgoing)` or `.events(events)` in front of `.sign()`.

use twilio_capability::{AccountCredentials, ClientCapability};

fn token(account: &AccountCredentials) {
    let _ = ClientCapability::new().credentials(account).sign();
}

fn main() {}

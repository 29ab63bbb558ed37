//! A capability is signed without credentials and without a scope: two errors.
//! Add both before `.sign()`.

use twilio_capability::ClientCapability;

fn main() {
    let _ = ClientCapability::new().sign();
}

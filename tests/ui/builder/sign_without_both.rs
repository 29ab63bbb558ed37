//! A capability is signed without credentials and without a scope: two errors.
//! Write both in front of `.sign()`.

use twilio_capability::ClientCapability;

fn main() {
    let _ = ClientCapability::new().sign();
}

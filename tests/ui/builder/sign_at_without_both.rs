//! `sign_at` is called without credentials and without a scope, which it needs as `sign` does.
//! Add credentials and a scope before `.sign_at(now)`.

use twilio_capability::{ClientCapability, UnixTime};

fn main() {
    let _ = ClientCapability::new().sign_at(UnixTime::EPOCH);
}

//! `sign_at` asks for the same as `sign`.
//! Write credentials and a scope in front of `.sign_at(now)`.

use twilio_capability::{ClientCapability, UnixTime};

fn main() {
    let _ = ClientCapability::new().sign_at(UnixTime::EPOCH);
}

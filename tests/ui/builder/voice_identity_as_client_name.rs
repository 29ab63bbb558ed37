//! A `ClientName` and a `VoiceIdentity` are used instead of each other.
//! Convert it: `ClientName::from(identity)`, or `VoiceIdentity::try_from(name)?`.

use twilio_capability::{AccessToken, ClientCapability, ClientName, VoiceIdentity};

fn incoming(identity: VoiceIdentity) {
    let _ = ClientCapability::new().incoming(identity);
}

fn identity(name: ClientName) {
    let _ = AccessToken::new().voice_identity(name);
}

fn main() {}

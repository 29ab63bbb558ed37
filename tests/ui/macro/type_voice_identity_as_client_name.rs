//! An identity is used instead of a client name.

use twilio_capability::{ApplicationSid, Identity, VoiceIdentity, capability};

fn incoming(identity: VoiceIdentity) {
    let _ = capability! { incoming identity };
}

fn outgoing(app: ApplicationSid, identity: &Identity) {
    let _ = capability! { outgoing app as identity };
}

fn main() {}

//! The parameters of a call have another type.

use std::collections::BTreeMap;

use twilio_capability::{ApplicationSid, Outgoing, VoiceGrant};

struct Undeclared {
    user_id: u64,
}

fn outgoing(app: ApplicationSid, undeclared: &Undeclared) -> Outgoing {
    Outgoing::to(app).params(undeclared)
}

fn grant(app: ApplicationSid, params: &BTreeMap<String, String>) -> VoiceGrant {
    VoiceGrant::new().outgoing_with(app, params)
}

fn main() {}

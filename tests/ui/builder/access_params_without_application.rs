//! A Voice grant has parameters but no application.

use twilio_capability::{ParamName, VoiceGrant};

const USER_ID: ParamName = ParamName::from_static("user_id");

fn main() {
    let _ = VoiceGrant::new().incoming().param(USER_ID, 7);
}

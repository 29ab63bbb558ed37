//! A Voice identity in a constant has a hyphen.

use twilio_capability::VoiceIdentity;

const JOHN: VoiceIdentity = VoiceIdentity::from_static("john-smith");

fn main() {}

use twilio_capability::VoiceIdentity;

const JOHN: VoiceIdentity = VoiceIdentity::from_static("john-smith");

fn main() {}

//! Two grants of a kind are given.

use twilio_capability::{AccessToken, VideoGrant, VoiceGrant};

fn main() {
    let _ = AccessToken::new().voice(VoiceGrant::new()).video(VideoGrant::new()).voice(VoiceGrant::new());
}

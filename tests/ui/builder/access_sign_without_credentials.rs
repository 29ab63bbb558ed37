//! An access token is signed without an API key.

use twilio_capability::{AccessToken, VideoGrant};

fn main() {
    let _ = AccessToken::new().anonymous().video(VideoGrant::new()).sign();
}

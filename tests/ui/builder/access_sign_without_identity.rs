//! An access token is signed without an identity, and is not declared anonymous.

use twilio_capability::{AccessToken, ApiKeyCredentials, VideoGrant};

fn token(api_key: &ApiKeyCredentials) {
    let _ = AccessToken::new().video(VideoGrant::new()).credentials(api_key).sign();
}

fn main() {}

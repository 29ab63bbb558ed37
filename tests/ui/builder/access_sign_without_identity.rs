//! An access token is signed that does not say whom it is for.

use twilio_capability::{AccessToken, ApiKeyCredentials, VideoGrant};

fn token(api_key: &ApiKeyCredentials) {
    let _ = AccessToken::new().video(VideoGrant::new()).credentials(api_key).sign();
}

fn main() {}

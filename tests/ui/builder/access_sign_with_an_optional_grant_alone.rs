//! The only grant of an access token may be `None`.

use twilio_capability::{AccessToken, ApiKeyCredentials, VideoGrant};

fn token(api_key: &ApiKeyCredentials, grant: Option<VideoGrant>) {
    let _ = AccessToken::new().anonymous().maybe_video(grant).credentials(api_key).sign();
}

fn main() {}

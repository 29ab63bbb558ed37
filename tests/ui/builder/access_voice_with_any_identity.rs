//! An access token has a Voice grant and an identity that may break the rule of Voice.

use twilio_capability::{AccessToken, ApiKeyCredentials, Identity, VoiceGrant};

const ZOE: Identity = Identity::from_static("zoë@example.com");

fn token(api_key: &ApiKeyCredentials) {
    let _ = AccessToken::new().identity(ZOE).voice(VoiceGrant::new().incoming()).credentials(api_key).sign();
}

fn main() {}

//! A grant in a variable after the word of the grant.

use twilio_capability::{ApiKeyCredentials, VideoGrant, access_token};

fn token(api_key: &ApiKeyCredentials, daily: VideoGrant) {
    let _ = access_token! { identity "john"; video daily; credentials api_key };
}

fn main() {
    let _ = token;
}

//! How do I let somebody into one video room?

use twilio_capability::{AccessToken, ApiKeyCredentials, Error, VideoGrant};

fn main() -> Result<(), Error> {
    let api_key = ApiKeyCredentials::new(
        "AC00000000000000000000000000000000".parse()?,
        "SK00000000000000000000000000000000".parse()?,
        "not_a_real_api_secret".parse()?,
    );
    let token = AccessToken::new()
        // Any text is an identity, where Voice is not granted.
        .identity("zoë@example.com".parse()?)
        // Without a room, the token opens every room.
        .video(VideoGrant::new().room("daily".parse()?))
        .credentials(&api_key)
        .sign();
    println!("{token}");
    Ok(())
}

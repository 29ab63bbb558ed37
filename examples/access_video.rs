//! How do I give a user access to one video room?

use twilio_capability::{AccessToken, ApiKeyCredentials, Error, VideoGrant};

fn main() -> Result<(), Error> {
    let api_key = ApiKeyCredentials::new(
        "AC00000000000000000000000000000000".parse()?,
        "SK00000000000000000000000000000000".parse()?,
        "not_a_real_api_secret".parse()?,
    );
    let token = AccessToken::new()
        // Without a Voice grant, the identity can be an e-mail address.
        .identity("zoë@example.com".parse()?)
        // Without a room, the token gives access to every room.
        .video(VideoGrant::new().room("daily".parse()?))
        .credentials(&api_key)
        .sign();
    println!("{token}");
    Ok(())
}

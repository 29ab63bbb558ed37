//! How do I let a user receive and make calls with an access token?

use twilio_capability::{ApiKeyCredentials, Error, VoiceIdentity, access_token};

fn main() -> Result<(), Error> {
    // From the Twilio Console; in a real program, `ApiKeyCredentials::from_env()`.
    let api_key = ApiKeyCredentials::new(
        "AC00000000000000000000000000000000".parse()?,
        "SK00000000000000000000000000000000".parse()?,
        "not_a_real_api_secret".parse()?,
    );
    // Calls go to this identity and come from it. For Voice it consists of letters, digits and underscores.
    let john: VoiceIdentity = "john".parse()?;
    let user_id = 42;

    let token = access_token! {
        identity john;
        voice { incoming; outgoing "AP00000000000000000000000000000000" { user_id } };
        ttl 5m
    }
    .credentials(&api_key)
    .sign();
    println!("{token}");
    Ok(())
}

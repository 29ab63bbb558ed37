//! How do I let somebody take and make calls with an access token?

use std::error::Error;

use twilio_capability::{
    AccessToken, ApiKeyCredentials, ApplicationSid, OutgoingParams, ParamName, Ttl, VoiceGrant, VoiceIdentity,
};

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP00000000000000000000000000000000");
const USER_ID: ParamName = ParamName::from_static("user_id");

fn main() -> Result<(), Box<dyn Error>> {
    let api_key = ApiKeyCredentials::new(
        "AC00000000000000000000000000000000".parse()?,
        "SK00000000000000000000000000000000".parse()?,
        "not_a_real_api_secret".parse()?,
    );
    // Who the calls go to and come from. Voice takes letters, digits and underscores.
    let john: VoiceIdentity = "john".parse()?;

    let token = AccessToken::new()
        .voice_identity(john)
        .voice(
            VoiceGrant::new().incoming().outgoing_with(APPLICATION, OutgoingParams::new().param(USER_ID, 42)),
        )
        .ttl(Ttl::from_mins(5)?)
        .credentials(&api_key)
        .sign();
    println!("{token}");
    Ok(())
}

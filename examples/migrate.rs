//! How do I get from a capability token to an access token?

use twilio_capability::{ApiKeyCredentials, ApplicationSid, Error, EventStream, MigrationError, capability};

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP00000000000000000000000000000000");

fn main() -> Result<(), Error> {
    // Access tokens are signed with an API key, not with the auth token. From the Twilio Console; in a real program,
    // `ApiKeyCredentials::from_env()`.
    let api_key = ApiKeyCredentials::new(
        "AC00000000000000000000000000000000".parse()?,
        "SK00000000000000000000000000000000".parse()?,
        "not_a_real_api_secret".parse()?,
    );
    let user_id = 42;
    let capability = capability! {
        incoming "john";
        outgoing APPLICATION as "john" { user_id };
        ttl 5m
    };

    // The same rights, with the same lifetime.
    let token = capability.to_access_token()?.credentials(&api_key).sign();
    println!("{token}");

    // A right that no access token can have is an error. It is not silently left out.
    match capability.events(EventStream::new()).to_access_token() {
        Err(error @ MigrationError::EventStream) => eprintln!("{error}"),
        other => eprintln!("unexpected: {other:?}"),
    }
    Ok(())
}

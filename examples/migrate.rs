//! How do I get from a capability token to an access token?

use twilio_capability::{ApiKeyCredentials, ApplicationSid, Error, EventStream, MigrationError, capability};

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP00000000000000000000000000000000");

fn main() -> Result<(), Error> {
    // An auth token signs no access token; an API key does. Made in the Twilio Console, or
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

    // The same rights, for the same time.
    let token = capability.to_access_token()?.credentials(&api_key).sign();
    println!("{token}");

    // What no access token allows is an error, and not left out.
    match capability.events(EventStream::new()).to_access_token() {
        Err(error @ MigrationError::EventStream) => eprintln!("{error}"),
        other => eprintln!("unexpected: {other:?}"),
    }
    Ok(())
}

//! How do I make a token without the macro?

use twilio_capability::{
    AccountCredentials, ApplicationSid, ClientCapability, ClientName, Error, Outgoing, ParamName, Ttl,
};

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP00000000000000000000000000000000");
const USER_ID: ParamName = ParamName::from_static("user_id");

fn main() -> Result<(), Error> {
    let account = AccountCredentials::new(
        "AC00000000000000000000000000000000".parse()?,
        "not_a_real_auth_token".parse()?,
    );
    // A name from a request is parsed once. From then on its type says that it is valid.
    let john: ClientName = "john".parse()?;

    let token = ClientCapability::new()
        .incoming(john.clone())
        .outgoing(Outgoing::to(APPLICATION).as_client(john).param(USER_ID, 42))
        .ttl(Ttl::from_mins(5)?)
        .credentials(&account)
        .sign();
    println!("{token}");
    Ok(())
}

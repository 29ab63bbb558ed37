//! How do I choose the scopes at run time?

use twilio_capability::{
    AccountCredentials, ApplicationSid, ClientCapability, ClientName, Error, Outgoing, Scope, Scopes,
};

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP00000000000000000000000000000000");

struct User {
    name: &'static str,
    may_call: bool,
    may_be_called: bool,
}

fn scopes(user: &User) -> Result<Scopes, Error> {
    let name: ClientName = user.name.parse()?;
    let mut list = Vec::new();
    if user.may_be_called {
        list.push(Scope::Incoming(name.clone()));
    }
    if user.may_call {
        list.push(Scope::Outgoing(Outgoing::to(APPLICATION).as_client(name)));
    }
    // An empty list is an error here. It does not become a token that allows nothing.
    Ok(Scopes::from_list(list)?)
}

fn main() -> Result<(), Error> {
    let account = AccountCredentials::new(
        "AC00000000000000000000000000000000".parse()?,
        "not_a_real_auth_token".parse()?,
    );
    for user in [
        User { name: "john", may_call: true, may_be_called: true },
        User { name: "jane", may_call: false, may_be_called: true },
        User { name: "guest", may_call: false, may_be_called: false },
    ] {
        match scopes(&user) {
            Ok(scopes) => {
                eprintln!("{} may {scopes}", user.name);
                println!("{}", ClientCapability::new().scopes(scopes).credentials(&account).sign());
            }
            Err(error) => eprintln!("{} gets no token: {error}", user.name),
        }
    }
    Ok(())
}

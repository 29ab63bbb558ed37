//! How do I define once what a group of users may do?

use twilio_capability::{
    AccountCredentials, ClientCapability, ClientName, Error, NoCredentials, Scopes, Ttl, capability,
};

/// What a support agent may do. The caller adds the credentials and signs it.
fn agent(name: &ClientName, team: u32) -> ClientCapability<NoCredentials, Scopes> {
    capability! {
        incoming name;
        outgoing "AP00000000000000000000000000000000" { team };
        ttl 8h
    }
}

fn main() -> Result<(), Error> {
    let account = AccountCredentials::new(
        "AC00000000000000000000000000000000".parse()?,
        "not_a_real_auth_token".parse()?,
    );
    let day_shift = agent(&"john".parse()?, 1).credentials(&account);
    let night_shift = agent(&"jane".parse()?, 2).ttl(Ttl::MAX).credentials(&account);
    println!("{}", day_shift.sign());
    println!("{}", night_shift.sign());
    Ok(())
}

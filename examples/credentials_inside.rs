//! Can I give the credentials inside the macro call?

use twilio_capability::{AccountCredentials, Error, capability};

fn main() -> Result<(), Error> {
    let account = AccountCredentials::new(
        "AC00000000000000000000000000000000".parse()?,
        "not_a_real_auth_token".parse()?,
    );
    let token = capability! {
        credentials &account;
        incoming "john"
    }
    .sign();
    println!("{token}");
    Ok(())
}

//! Can I give the credentials inside the macro call?

use std::error::Error;

use twilio_capability::{AccountCredentials, capability};

fn main() -> Result<(), Box<dyn Error>> {
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

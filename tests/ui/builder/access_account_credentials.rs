//! An access token gets the credentials of an account, which sign capability tokens.

use twilio_capability::{AccessToken, AccountCredentials};

fn token(account: &AccountCredentials) {
    let _ = AccessToken::new().credentials(account);
}

fn main() {}

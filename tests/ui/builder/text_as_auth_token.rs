//! A string is used as an `AuthToken`.
//! Parse it first: `token.parse::<AuthToken>()?`.

use twilio_capability::{AccountCredentials, AccountSid};

fn credentials(account: AccountSid) -> AccountCredentials {
    AccountCredentials::new(account, "not_a_real_auth_token")
}

fn main() {}

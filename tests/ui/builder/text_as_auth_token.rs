//! A text stands where an `AuthToken` belongs.
//! Parse it first: `token.parse::<AuthToken>()?`.

use twilio_capability::{AccountCredentials, AccountSid};

fn credentials(account: AccountSid) -> AccountCredentials {
    AccountCredentials::new(account, "not_a_real_auth_token")
}

fn main() {}

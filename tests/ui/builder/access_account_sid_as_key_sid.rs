//! The SID of an account is used as the SID of an API key.

use twilio_capability::{AccountSid, ApiKeyCredentials, ApiSecret};

fn credentials(account: AccountSid, secret: ApiSecret) -> ApiKeyCredentials {
    ApiKeyCredentials::new(account, account, secret)
}

fn main() {}

//! The SID of an account stands where that of an API key belongs.

use twilio_capability::{AccountSid, ApiKeyCredentials, ApiSecret};

fn credentials(account: AccountSid, secret: ApiSecret) -> ApiKeyCredentials {
    ApiKeyCredentials::new(account, account, secret)
}

fn main() {}

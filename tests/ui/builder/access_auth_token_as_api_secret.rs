//! The auth token of an account stands where the secret of an API key belongs.

use twilio_capability::{AccountSid, ApiKeyCredentials, ApiKeySid, AuthToken};

fn credentials(account: AccountSid, key: ApiKeySid, auth_token: AuthToken) -> ApiKeyCredentials {
    ApiKeyCredentials::new(account, key, auth_token)
}

fn main() {}

//! The auth token of an account is used as the secret of an API key.

use twilio_capability::{AccountSid, ApiKeyCredentials, ApiKeySid, AuthToken};

fn credentials(account: AccountSid, key: ApiKeySid, auth_token: AuthToken) -> ApiKeyCredentials {
    ApiKeyCredentials::new(account, key, auth_token)
}

fn main() {}

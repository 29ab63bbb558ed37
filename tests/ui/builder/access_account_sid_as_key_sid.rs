use twilio_capability::{AccountSid, ApiKeyCredentials, ApiSecret};

fn credentials(account: AccountSid, secret: ApiSecret) -> ApiKeyCredentials {
    ApiKeyCredentials::new(account, account, secret)
}

fn main() {}

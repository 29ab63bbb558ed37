use twilio_capability::{AccountCredentials, AccountSid};

fn credentials(account: AccountSid) -> AccountCredentials {
    AccountCredentials::new(account, "not_a_real_auth_token")
}

fn main() {}

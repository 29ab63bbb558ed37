//! Another part of the program may enable both back ends of `jsonwebtoken`. Then its own `encode` panics, but this library
//! signs.

use jsonwebtoken::crypto::{CryptoProvider, aws_lc, rust_crypto};
use jsonwebtoken::{EncodingKey, Header, encode};
use twilio_capability::{AccountCredentials, AccountSid, AuthToken, UnixTime, capability};

const ACCOUNT: AccountSid = AccountSid::from_static("AC00000000000000000000000000000000");

fn auth_token() -> AuthToken {
    "not_a_real_auth_token".parse().unwrap()
}

fn sign(account: &AccountCredentials) -> String {
    let now = UnixTime::from_secs(1_700_000_000).unwrap();
    capability! { incoming "john" }.credentials(account).sign_at(now).into()
}

fn sign_with(provider: &CryptoProvider) -> String {
    sign(&AccountCredentials::with_provider(ACCOUNT, auth_token(), provider).unwrap())
}

#[test]
fn signing_works_where_jsonwebtoken_panics() {
    let encode = || encode(&Header::default(), &serde_json::json!({}), &EncodingKey::from_secret(b"key"));
    let ours = || sign(&AccountCredentials::new(ACCOUNT, auth_token()));

    let token = ours();
    assert!(std::panic::catch_unwind(encode).is_err(), "if this no longer panics, our documentation is wrong");
    assert_eq!(ours(), token);
    assert_eq!(sign_with(&rust_crypto::DEFAULT_PROVIDER), token);
    assert_eq!(sign_with(&aws_lc::DEFAULT_PROVIDER), token);
}

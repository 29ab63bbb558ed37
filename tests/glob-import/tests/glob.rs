//! `use twilio_capability::*` hides no crate: a path that starts with `jsonwebtoken` is the program's own version.

use std::error::Error as StdError;

use serde_json::Value;
use twilio_capability::*;

fn account() -> Result<AccountCredentials, Error> {
    Ok(AccountCredentials::new(
        "AC00000000000000000000000000000000".parse()?,
        "not_a_real_auth_token".parse()?,
    ))
}

#[test]
fn jsonwebtoken_is_the_version_of_the_program() -> Result<(), Box<dyn StdError>> {
    let now = UnixTime::now();
    let token = capability! { incoming "john" }.credentials(&account()?).sign_at(now);

    // Version 9 has a `DecodingKey` and a `decode` of its own, which need no crypto provider.
    let key = jsonwebtoken::DecodingKey::from_secret(b"not_a_real_auth_token");
    let validation = jsonwebtoken::Validation::new(jsonwebtoken::Algorithm::HS256);
    let claims = jsonwebtoken::decode::<Value>(token.as_str(), &key, &validation)?.claims;
    assert_eq!(claims["iss"], "AC00000000000000000000000000000000");
    assert_eq!(claims["exp"], now.after(Ttl::default()).as_secs());
    Ok(())
}

#[test]
fn the_library_s_version_is_under_crypto() -> Result<(), Box<dyn StdError>> {
    let ours = crypto::jsonwebtoken::EncodingKey::from_secret(b"not_a_real_auth_token");
    let signer = (crypto::PROVIDER.signer_factory)(&crypto::jsonwebtoken::Algorithm::HS256, &ours)?;
    assert_eq!(signer.try_sign(b"message")?.len(), 32);
    // Another type of the same name.
    let theirs = jsonwebtoken::EncodingKey::from_secret(b"not_a_real_auth_token");
    let signature = jsonwebtoken::crypto::sign(b"message", &theirs, jsonwebtoken::Algorithm::HS256)?;
    let key = jsonwebtoken::DecodingKey::from_secret(b"not_a_real_auth_token");
    assert!(jsonwebtoken::crypto::verify(&signature, b"message", &key, jsonwebtoken::Algorithm::HS256)?);
    Ok(())
}

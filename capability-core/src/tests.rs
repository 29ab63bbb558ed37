//! Helpers for the tests of this crate: credentials, times, and tokens that no builder makes.

use std::error::Error;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::keys::{AccountCredentials, ApiKeyCredentials};
use crate::values::UnixTime;

pub(crate) const SID: &str = "AC0123456789abcdef0123456789abcdef";
pub(crate) const KEY_SID: &str = "SK0123456789abcdef0123456789abcdef";
pub(crate) const SERVICE: &str = "IS0123456789abcdef0123456789abcdef";
pub(crate) const APP: &str = "APfedcba9876543210fedcba9876543210";
pub(crate) const NOW: u64 = 1_700_000_000;
/// The header of a capability token.
pub(crate) const HEADER: &str = r#"{"typ":"JWT","alg":"HS256"}"#;
pub(crate) const ACCESS_HEADER: &str = r#"{"typ":"JWT","alg":"HS256","cty":"twilio-fpa;v=1"}"#;

pub(crate) fn account(auth_token: &str) -> AccountCredentials {
    AccountCredentials::new(SID.parse().unwrap(), auth_token.parse().unwrap())
}

pub(crate) fn api_key(secret: &str) -> ApiKeyCredentials {
    ApiKeyCredentials::new(SID.parse().unwrap(), KEY_SID.parse().unwrap(), secret.parse().unwrap())
}

pub(crate) fn at(seconds: u64) -> UnixTime {
    UnixTime::from_secs(seconds).unwrap()
}

/// The message of an error and of its sources.
pub(crate) fn chain(error: &dyn Error) -> String {
    let mut sentences = format!("{error}");
    let mut source = error.source();
    while let Some(error) = source {
        sentences = format!("{sentences}: {error}");
        source = error.source();
    }
    sentences
}

/// A signed token with this header and these claims.
pub(crate) fn sign(header: &str, claims: &str, key: &str) -> String {
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
    let mac = account(key).key().mac(signed.as_bytes());
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(mac))
}

/// The claims of a capability token with this scope.
pub(crate) fn capability_claims(scope: &str) -> String {
    format!(r#"{{"scope":"{scope}","iss":"{SID}","exp":{}}}"#, NOW + 3600)
}

/// The claims of an access token with these grants.
pub(crate) fn access_claims(grants: &str) -> String {
    format!(r#"{{"iss":"{KEY_SID}","sub":"{SID}","grants":{grants},"jti":"1","exp":{}}}"#, NOW + 3600)
}

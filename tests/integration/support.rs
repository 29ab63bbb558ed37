//! The accounts, keys and times of the tests, and a separate reader of tokens. It shares no code with the library, so that
//! tests can compare the two.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;
use twilio_capability::{AccountCredentials, ApiKeyCredentials, UnixTime};

pub(crate) const ACCOUNT_SID: &str = "AC0123456789abcdef0123456789abcdef";
pub(crate) const AUTH_TOKEN: &str = "0123456789abcdef0123456789abcdef";

pub(crate) fn account() -> AccountCredentials {
    AccountCredentials::new(ACCOUNT_SID.parse().unwrap(), AUTH_TOKEN.parse().unwrap())
}

pub(crate) const KEY_SID: &str = "SKe4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4";
pub(crate) const API_SECRET: &str = AUTH_TOKEN;

pub(crate) fn api_key() -> ApiKeyCredentials {
    let secret = API_SECRET.parse().unwrap();
    ApiKeyCredentials::new(ACCOUNT_SID.parse().unwrap(), KEY_SID.parse().unwrap(), secret)
}

/// The time at which the vectors were minted.
pub(crate) const NOW: u64 = 1_700_000_000;

pub(crate) fn now() -> UnixTime {
    UnixTime::from_secs(NOW).unwrap()
}

pub(crate) struct Decoded {
    pub(crate) header: Value,
    pub(crate) claims: Value,
}

/// Splits a token, checks its signature with a separate HMAC and decodes header and claims.
pub(crate) fn decode(token: &str, key: &str) -> Decoded {
    let (message, signature) = token.rsplit_once('.').expect("a token has dots");
    let mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).unwrap().chain_update(message);
    mac.verify_slice(&URL_SAFE_NO_PAD.decode(signature).unwrap()).expect("the signature is right");
    let (header, claims) = message.split_once('.').expect("a token has three parts");
    let part = |text: &str| serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).unwrap()).unwrap();
    Decoded { header: part(header), claims: part(claims) }
}

/// The parts of a scope URI: `service:privilege` and the query. The parameters in it are sorted by name, and those with the
/// same name keep their order.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct ScopeMeaning {
    pub(crate) name: String,
    pub(crate) query: BTreeMap<String, String>,
    pub(crate) params: Vec<(String, String)>,
}

/// The scopes of a `scope` claim, sorted, because their order has no meaning.
pub(crate) fn scopes(scope: &str) -> Vec<ScopeMeaning> {
    let mut scopes: Vec<_> = scope.split(' ').filter(|uri| !uri.is_empty()).map(meaning).collect();
    scopes.sort();
    scopes
}

fn meaning(uri: &str) -> ScopeMeaning {
    let (name, query) = uri.split_once('?').unwrap_or((uri, ""));
    let mut query: BTreeMap<_, _> = pairs(query).into_iter().collect();
    // Some libraries call the event filters `params`, others `appParams`.
    let inner = query.remove("appParams").or_else(|| query.remove("params")).unwrap_or_default();
    let mut params = pairs(&inner);
    params.sort_by(|(a, _), (b, _)| a.cmp(b));
    ScopeMeaning { name: name.to_owned(), query, params }
}

/// The names and values of a query or a form.
pub(crate) fn pairs(query: &str) -> Vec<(String, String)> {
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (unescape(name), unescape(value))
    };
    query.split('&').filter(|part| !part.is_empty()).map(pair).collect()
}

/// Percent decoding as web servers do it for forms: a broken escape is kept as it is.
fn unescape(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => match after.split_at_checked(2).and_then(|(digits, after)| Some((hex(digits)?, after))) {
                Some((escaped, after)) => {
                    bytes.push(escaped);
                    rest = after;
                }
                None => bytes.push(b'%'),
            },
            other => bytes.push(*other),
        }
    }
    String::from_utf8(bytes).unwrap()
}

fn hex(digits: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(digits[at]).to_digit(16);
    u8::try_from(digit(0)? * 16 + digit(1)?).ok()
}

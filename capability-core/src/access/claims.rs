//! The claims of an access token.
//!
//! The claims that are the same for all tokens of a key are written first. So each key encodes and hashes them only
//! once.

use std::borrow::Cow;

use super::grants::GrantSet;
use super::grants::identity::IDENTITY;
use super::grants::read_write::GRANTS;
use super::header::HEADER;
use super::jti::unique;
use crate::jwt::{
    TokenPrefix,
    claim::{EXPIRES, NOT_BEFORE},
    json_write,
};
use crate::keys::{ApiKeyCredentials, SigningKey};
use crate::values::{TokenId, UnixTime};

/// The start of the claims, up to the value of `jti`.
fn start(api_key: &ApiKeyCredentials) -> Vec<u8> {
    let (key, account) = (api_key.api_key_sid(), api_key.account_sid());
    [b"{\"iss\":\"", key.as_bytes(), b"\",\"sub\":\"", account.as_bytes(), b"\",\"jti\":"].concat()
}

/// The start of the claims of a token whose ID is not set, up to the unique part of the ID.
///
/// It has 129 bytes, a multiple of 3, so its base64 does not depend on the bytes after it.
fn usual_start(api_key: &ApiKeyCredentials) -> Vec<u8> {
    [&start(api_key), &b"\""[..], api_key.api_key_sid().as_bytes(), b"-"].concat()
}

/// The start of a key's tokens if neither the ID nor the region is set. The key hashes it once.
pub(super) fn usual_prefix(api_key: &ApiKeyCredentials) -> &str {
    api_key.key().prefix(|| Cow::Owned(TokenPrefix::encode(HEADER, &usual_start(api_key))))
}

/// The key of the credentials, with the start of tokens of this family hashed.
pub(super) fn key(api_key: &ApiKeyCredentials) -> &SigningKey {
    usual_prefix(api_key);
    api_key.key()
}

/// Appends the unique part of an ID: what is after the SID of the key.
fn unique_id(now: UnixTime, json: &mut Vec<u8>) {
    json.extend_from_slice(itoa::Buffer::new().format(now.as_secs()).as_bytes());
    json.push(b'-');
    json.extend_from_slice(&unique());
    json.push(b'"');
}

/// Capacity for the claims after the usual start. It is enough for most tokens, so that the buffer does not grow.
const USUAL_LEN: usize = 512;

/// The claims of a token apart from `iss`, `sub` and `jti`.
pub(super) struct Claims<'a> {
    /// `exp`
    pub(super) expires_at: UnixTime,
    /// `nbf`
    pub(super) not_before: Option<UnixTime>,
    /// `grants.identity`
    pub(super) identity: Option<&'a str>,
    /// The other members of `grants`.
    pub(super) grants: &'a GrantSet,
}

impl Claims<'_> {
    /// The claims after [`usual_start`], with a unique ID.
    pub(super) fn after_usual_start(&self, now: UnixTime) -> Vec<u8> {
        let mut json = Vec::with_capacity(USUAL_LEN);
        unique_id(now, &mut json);
        self.write(&mut json);
        json
    }

    /// All claims.
    pub(super) fn whole(&self, api_key: &ApiKeyCredentials, id: Option<&TokenId>, now: UnixTime) -> Vec<u8> {
        let mut json;
        if let Some(id) = id {
            json = start(api_key);
            json_write::string(&mut json, id.as_str());
        } else {
            json = usual_start(api_key);
            unique_id(now, &mut json);
        }
        json.reserve(USUAL_LEN);
        self.write(&mut json);
        json
    }

    fn write(&self, json: &mut Vec<u8>) {
        json_write::rest_of_object(json, |claims| {
            claims.integer(EXPIRES.name(), self.expires_at.as_secs());
            if let Some(not_before) = self.not_before {
                claims.integer(NOT_BEFORE.name(), not_before.as_secs());
            }
            claims.object(GRANTS.name(), |grants| {
                grants.optional_string(IDENTITY.name(), self.identity.as_ref());
                self.grants.write(grants);
            });
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::api_key;

    #[test]
    fn the_usual_start_is_whole_groups_of_base64() {
        assert_eq!(usual_start(&api_key("x")).len(), 129);
        assert_eq!(129 % 3, 0);
    }
}

//! The claims of an access token.
//!
//! The claims that are the same for all tokens of a key are written first, so each key encodes and hashes them only once.
//! What is different in each token, such as the ID and the time, is written last, so a prepared token has less to encode and
//! hash.

use std::borrow::Cow;

use super::grants::GrantSet;
use super::grants::identity::IDENTITY;
use super::header::{self, HEADER};
use super::jti::unique;
use crate::jwt::{TimeSettings, TokenPrefix, json_write};
use crate::keys::{ApiKeyCredentials, SigningKey};
use crate::values::{Region, TokenId, UnixTime};

/// The start of the claims, up to the value of `grants`.
///
/// It has 96 bytes, a multiple of 3, so its base64 does not depend on the bytes after it.
fn start(api_key: &ApiKeyCredentials) -> Vec<u8> {
    let (key, account) = (api_key.api_key_sid(), api_key.account_sid());
    [b"{\"iss\":\"", key.as_bytes(), b"\",\"sub\":\"", account.as_bytes(), b"\",\"grants\":"].concat()
}

/// The start of a key's tokens without a region. The key hashes it once.
fn usual_prefix(api_key: &ApiKeyCredentials) -> &str {
    api_key.key().prefix(|| Cow::Owned(TokenPrefix::encode(HEADER, &start(api_key))))
}

/// The start of a key's tokens: the header, and the claims up to the value of `grants`.
pub(super) fn prefix<'a>(api_key: &'a ApiKeyCredentials, region: Option<&Region>) -> Cow<'a, str> {
    if region.is_none() {
        usual_prefix(api_key).into()
    } else {
        TokenPrefix::encode(&header::header(region), &start(api_key)).into()
    }
}

/// The key of the credentials, with the start of tokens of this family hashed.
pub(super) fn key(api_key: &ApiKeyCredentials) -> &SigningKey {
    usual_prefix(api_key);
    api_key.key()
}

/// Capacity for the claims after the start. It is enough for most tokens, so that the buffer does not grow.
const USUAL_LEN: usize = 512;

/// Writes the value of `grants`, which is never empty, up to the identity.
pub(super) fn start_of_grants(grants: &GrantSet) -> Vec<u8> {
    let mut json = Vec::with_capacity(USUAL_LEN);
    json_write::start_of_object(&mut json, |object| grants.write(object));
    json
}

/// Appends the identity and the end of `grants`.
pub(super) fn end_of_grants(identity: Option<&str>, json: &mut Vec<u8>) {
    json_write::rest_of_object(json, |grants| grants.optional_string(IDENTITY.name(), identity.as_ref()));
}

/// Appends what is between `grants` and the first byte that is not known before a token is minted.
pub(super) fn start_of_last(id: Option<&TokenId>, api_key: &ApiKeyCredentials, json: &mut Vec<u8>) {
    json.extend_from_slice(b",\"jti\":");
    if let Some(id) = id {
        json_write::string(json, id.as_str());
        json.extend_from_slice(b",\"exp\":");
    } else {
        json.push(b'"');
        json.extend_from_slice(api_key.api_key_sid().as_bytes());
        json.push(b'-');
    }
}

/// The claims after `grants`: the ID, and when the token is valid.
#[derive(Clone, Copy, Debug)]
pub(super) struct LastClaims {
    /// Whether [`start_of_last`] has written an ID. Otherwise each token gets a unique one.
    pub(super) has_id: bool,
    pub(super) times: TimeSettings,
}

/// The largest number of bytes that [`LastClaims::rest`] passes: two times of twelve digits, a hyphen, the unique part of the
/// ID and `","exp":`.
pub(super) const REST_LEN: usize = 2 * 12 + 1 + 32 + 8;

impl LastClaims {
    /// Passes the claims after [`start_of_last`], up to `nbf`, to `write`, in parts.
    pub(super) fn rest(self, now: UnixTime, mut write: impl FnMut(&[u8])) {
        if !self.has_id {
            write(itoa::Buffer::new().format(now.as_secs()).as_bytes());
            write(b"-");
            write(&unique());
            write(b"\",\"exp\":");
        }
        write(itoa::Buffer::new().format(self.times.expiry(now).as_secs()).as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::api_key;

    #[test]
    fn the_start_is_whole_groups_of_base64() {
        assert_eq!(start(&api_key("x")).len(), 96);
        assert_eq!(96 % 3, 0);
    }
}

//! The claims of an access token.
//!
//! They are written in an order in which what is the same for all tokens of a key stands in front: it is encoded and
//! hashed once for the key.

use super::TokenId;
use super::grants::Slots;
use super::json;
use super::unique::unique;
use crate::{AccountSid, ApiKeySid, UnixTime};

/// The claims up to the value of `jti`.
fn start(key: ApiKeySid, account: AccountSid) -> Vec<u8> {
    let parts: [&[u8]; 5] =
        [b"{\"iss\":\"", key.as_bytes(), b"\",\"sub\":\"", account.as_bytes(), b"\",\"jti\":"];
    parts.concat()
}

/// The claims of a token whose ID is not set, up to what its ID has for itself. 129 bytes: base64 encodes them whatever
/// follows.
pub(super) fn usual_start(key: ApiKeySid, account: AccountSid) -> Vec<u8> {
    [&start(key, account), &b"\""[..], key.as_bytes(), b"-"].concat()
}

/// What follows the key in an ID.
fn unique_id(now: UnixTime, json: &mut Vec<u8>) {
    json.extend_from_slice(itoa::Buffer::new().format(now.as_secs()).as_bytes());
    json.push(b'-');
    json.extend_from_slice(&unique());
    json.push(b'"');
}

/// Room, in bytes, for what follows the usual start in most tokens, so that their parts do not grow the buffer one by
/// one.
const USUAL_LEN: usize = 512;

/// What follows in the claims.
pub(super) struct Rest<'a> {
    /// `exp`
    pub(super) expires_at: UnixTime,
    /// `nbf`
    pub(super) not_before: Option<UnixTime>,
    /// `grants.identity`
    pub(super) identity: Option<&'a str>,
    /// The other members of `grants`.
    pub(super) grants: Slots<'a>,
}

impl Rest<'_> {
    /// The claims from the end of [`usual_start`] on, with an ID of their own.
    pub(super) fn after_usual_start(&self, now: UnixTime) -> Vec<u8> {
        let mut json = Vec::with_capacity(USUAL_LEN);
        unique_id(now, &mut json);
        self.write(&mut json);
        json
    }

    /// All claims.
    pub(super) fn whole(
        &self,
        key: ApiKeySid,
        account: AccountSid,
        id: Option<&TokenId>,
        now: UnixTime,
    ) -> Vec<u8> {
        let mut json;
        if let Some(id) = id {
            json = start(key, account);
            json::text(&mut json, id.as_str());
        } else {
            json = usual_start(key, account);
            unique_id(now, &mut json);
        }
        json.reserve(USUAL_LEN);
        self.write(&mut json);
        json
    }

    fn write(&self, json: &mut Vec<u8>) {
        json::rest_of_object(json, |claims| {
            claims.integer("exp", self.expires_at.as_secs());
            if let Some(not_before) = self.not_before {
                claims.integer("nbf", not_before.as_secs());
            }
            claims.object("grants", |grants| {
                if let Some(identity) = self.identity {
                    grants.text("identity", identity);
                }
                for grant in self.grants.iter() {
                    grant.write(grants);
                }
            });
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_start_is_whole_groups_of_base64() {
        let key = ApiKeySid::from_static("SK00000000000000000000000000000000");
        let account = AccountSid::from_static("AC00000000000000000000000000000000");
        assert_eq!(usual_start(key, account).len(), 129);
        assert_eq!(129 % 3, 0);
    }
}

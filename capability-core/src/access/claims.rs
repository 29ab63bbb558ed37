use super::TokenId;
use super::grants::{Grant, Slots};
use super::json;
use super::unique::unique;
use crate::{AccountSid, ApiKeySid, UnixTime};

/// The claims of an access token, in the order they are written in.
pub(super) struct Claims<'a> {
    /// `jti`; one of its own if there is none.
    pub(super) id: Option<&'a TokenId>,
    /// `iss`
    pub(super) key: ApiKeySid,
    /// `sub`
    pub(super) account: AccountSid,
    /// `exp`
    pub(super) expires_at: UnixTime,
    /// `nbf`
    pub(super) not_before: Option<UnixTime>,
    /// `grants.identity`
    pub(super) identity: Option<&'a str>,
    /// The other members of `grants`.
    pub(super) grants: Slots<'a>,
    /// When the token is signed, for a `jti` of its own.
    pub(super) now: UnixTime,
}

impl Claims<'_> {
    pub(super) fn write(&self) -> Vec<u8> {
        let (key, account) = (self.key.as_bytes(), self.account.as_bytes());
        let mut json = Vec::with_capacity(self.size_hint());
        json::object(&mut json, |claims| {
            if let Some(id) = self.id {
                claims.text("jti", id.as_str());
            } else {
                let mut seconds = itoa::Buffer::new();
                let seconds = seconds.format(self.now.as_secs()).as_bytes();
                claims.plain_text("jti", &[key, b"-", seconds, b"-", &unique()]);
            }
            claims.plain_text("iss", &[key]);
            claims.plain_text("sub", &[account]);
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
        json
    }

    fn size_hint(&self) -> usize {
        let id = self.id.map_or(0, |id| id.as_str().len());
        let identity = self.identity.map_or(0, str::len);
        300 + id + identity + self.grants.iter().map(Grant::size_hint).sum::<usize>()
    }
}

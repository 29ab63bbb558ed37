use crate::{Ttl, UnixTime};

/// When a token starts and stops to be valid.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Times {
    pub(super) lifetime: Lifetime,
    pub(super) not_before: Option<UnixTime>,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Lifetime {
    For(Ttl),
    Until(UnixTime),
}

impl Times {
    /// The end of a token that is signed `now`.
    pub(super) fn expiry(self, now: UnixTime) -> UnixTime {
        let wanted = match self.lifetime {
            Lifetime::For(ttl) => now.max(self.not_before.unwrap_or(now)).after(ttl),
            Lifetime::Until(time) => time,
        };
        wanted.min(now.after(Ttl::MAX))
    }

    /// Appends what follows the value of `exp` in the JSON text of the claims.
    pub(super) fn end_claims(self, claims: &mut Vec<u8>) {
        if let Some(not_before) = self.not_before {
            claims.extend_from_slice(b",\"nbf\":");
            claims.extend_from_slice(itoa::Buffer::new().format(not_before.as_secs()).as_bytes());
        }
        claims.push(b'}');
    }
}

impl Default for Lifetime {
    fn default() -> Self {
        Self::For(Ttl::default())
    }
}

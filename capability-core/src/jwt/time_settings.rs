//! When a token will be valid, as its builder is told.

use crate::values::{Ttl, UnixTime};

/// When a token will start and stop being valid.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct TimeSettings {
    pub(crate) lifetime: Lifetime,
    pub(crate) not_before: Option<UnixTime>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Lifetime {
    For(Ttl),
    Until(UnixTime),
}

impl TimeSettings {
    /// One hour from the signing.
    pub(crate) const DEFAULT: Self = Self { lifetime: Lifetime::For(Ttl::DEFAULT), not_before: None };

    /// The end of a token that is signed `now`.
    pub(crate) fn expiry(self, now: UnixTime) -> UnixTime {
        let wanted = match self.lifetime {
            Lifetime::For(ttl) => now.max(self.not_before.unwrap_or(now)).after(ttl),
            Lifetime::Until(time) => time,
        };
        wanted.min(now.after(Ttl::MAX))
    }

    /// Appends what follows the value of `exp` in the JSON text of the claims.
    pub(crate) fn end_claims(self, claims: &mut Vec<u8>) {
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

/// The setters of a builder with a field `times`.
macro_rules! time_setters {
    () => {
        /// How long the token lives, counted from its signing, or from [`not_before`](Self::not_before) where that
        /// is later. Replaces [`expires_at`](Self::expires_at).
        ///
        /// ```
        /// # use twilio_capability_core::{AccountCredentials, ClientCapability, EventStream, Ttl, UnixTime};
        /// # let account = AccountCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_auth_token".parse()?,
        /// # );
        /// let capability = ClientCapability::new().events(EventStream::new()).credentials(&account);
        /// let token = capability.ttl(Ttl::from_static(5)).sign_at(UnixTime::EPOCH);
        /// assert_eq!(token.expires_at().as_secs(), 5);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        pub fn ttl(mut self, ttl: Ttl) -> Self {
            self.times.lifetime = $crate::jwt::Lifetime::For(ttl);
            self
        }

        /// As [`ttl`](Self::ttl) if there is one.
        ///
        /// ```
        /// # use twilio_capability_core::{AccountCredentials, ClientCapability, EventStream, Ttl, UnixTime};
        /// # let account = AccountCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_auth_token".parse()?,
        /// # );
        /// let capability = ClientCapability::new().events(EventStream::new()).credentials(&account);
        /// let token = capability.maybe_ttl(None).sign_at(UnixTime::EPOCH);
        /// assert_eq!(token.expires_at().as_secs(), 3600);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        pub fn maybe_ttl(self, ttl: Option<Ttl>) -> Self {
            match ttl {
                Some(ttl) => self.ttl(ttl),
                None => self,
            }
        }

        /// When the token expires. Replaces [`ttl`](Self::ttl).
        ///
        /// Twilio refuses tokens that live for more than 24 hours (error 20157), so a later time gives a token that
        /// expires 24 hours after its signing. A time in the past gives a token that has expired.
        ///
        /// ```
        /// # use twilio_capability_core::{AccountCredentials, ClientCapability, EventStream, Ttl, UnixTime};
        /// # let account = AccountCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_auth_token".parse()?,
        /// # );
        /// let capability = ClientCapability::new().events(EventStream::new()).credentials(&account);
        /// let token = capability.expires_at(UnixTime::EPOCH.after(Ttl::from_static(60))).sign_at(UnixTime::EPOCH);
        /// assert_eq!(token.expires_at().as_secs(), 60);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        pub fn expires_at(mut self, time: UnixTime) -> Self {
            self.times.lifetime = $crate::jwt::Lifetime::Until(time);
            self
        }

        /// As [`expires_at`](Self::expires_at) if there is a time.
        ///
        /// ```
        /// # use twilio_capability_core::{AccountCredentials, ClientCapability, EventStream, Ttl, UnixTime};
        /// # let account = AccountCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_auth_token".parse()?,
        /// # );
        /// let capability = ClientCapability::new().events(EventStream::new()).credentials(&account);
        /// let token = capability.maybe_expires_at(Some(UnixTime::EPOCH.after(Ttl::from_static(60)))).sign_at(UnixTime::EPOCH);
        /// assert_eq!(token.expires_at().as_secs(), 60);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        pub fn maybe_expires_at(self, time: Option<UnixTime>) -> Self {
            match time {
                Some(time) => self.expires_at(time),
                None => self,
            }
        }

        /// When the token starts to be valid: the `nbf` claim. Without it the token is valid at once, also where
        /// Twilio's clock is behind the signer's, which is why it is not set by default.
        ///
        /// A time at or behind the token's end, as [`expires_at`](Self::expires_at) or the limit of 24 hours sets it, gives a
        /// token that is never valid.
        ///
        /// ```
        /// # use twilio_capability_core::{AccountCredentials, ClientCapability, EventStream, Ttl, UnixTime};
        /// # let account = AccountCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_auth_token".parse()?,
        /// # );
        /// let capability = ClientCapability::new().events(EventStream::new()).credentials(&account);
        /// let token = capability.not_before(UnixTime::EPOCH.after(Ttl::from_static(60))).sign_at(UnixTime::EPOCH);
        /// assert_eq!(token.expires_at().as_secs(), 3660);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        pub fn not_before(mut self, time: UnixTime) -> Self {
            self.times.not_before = Some(time);
            self
        }

        /// As [`not_before`](Self::not_before) if there is a time.
        ///
        /// ```
        /// # use twilio_capability_core::{AccountCredentials, ClientCapability, EventStream, Ttl, UnixTime};
        /// # let account = AccountCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_auth_token".parse()?,
        /// # );
        /// let capability = ClientCapability::new().events(EventStream::new()).credentials(&account);
        /// let token = capability.maybe_not_before(None).sign_at(UnixTime::EPOCH);
        /// assert_eq!(token.expires_at().as_secs(), 3600);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        pub fn maybe_not_before(self, time: Option<UnixTime>) -> Self {
            match time {
                Some(time) => self.not_before(time),
                None => self,
            }
        }
    };
}

pub(crate) use time_setters;

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> UnixTime {
        UnixTime::from_secs(seconds).unwrap()
    }

    #[test]
    fn a_lifetime_is_counted_from_where_the_token_starts_and_ends_within_24_hours() {
        let ttl = |seconds| Lifetime::For(Ttl::from_static(seconds));
        for (lifetime, not_before, expiry) in [
            (Lifetime::default(), None, 4600),
            (ttl(60), None, 1060),
            (ttl(60), Some(at(500)), 1060),
            (ttl(60), Some(at(2000)), 2060),
            (Lifetime::For(Ttl::MAX), Some(at(2000)), 87_400),
            (Lifetime::Until(at(7)), None, 7),
            (Lifetime::Until(UnixTime::MAX), None, 87_400),
        ] {
            assert_eq!(
                TimeSettings { lifetime, not_before }.expiry(at(1000)),
                at(expiry),
                "{lifetime:?} {not_before:?}"
            );
        }
    }
}

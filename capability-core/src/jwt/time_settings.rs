//! The time settings of a builder: when a token starts and stops being valid.

use crate::values::{Ttl, UnixTime};

/// When a token starts and stops being valid.
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
    /// One hour from when the token is signed.
    pub(crate) const DEFAULT: Self = Self { lifetime: Lifetime::For(Ttl::DEFAULT), not_before: None };

    /// When a token that is signed `now` expires.
    pub(crate) fn expiry(self, now: UnixTime) -> UnixTime {
        let wanted = match self.lifetime {
            Lifetime::For(ttl) => now.max(self.not_before.unwrap_or(now)).after(ttl),
            Lifetime::Until(time) => time,
        };
        wanted.min(now.after(Ttl::MAX))
    }

    /// Appends the JSON of the claims after the value of `exp`.
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

/// Generates the setters of a builder that has a field `times`.
macro_rules! time_setters {
    // The credentials, the builder with its grants or scopes, their names for `use`, and the hidden lines that make credentials.
    ($credentials:literal, $new:literal, [$($name:literal)+], $setup:literal) => {
        /// Sets how long the token lives.
        ///
        /// The time counts from the signing, or from [`not_before`](Self::not_before) if that is later. Replaces an
        /// earlier [`expires_at`](Self::expires_at).
        ///
        /// ```
        /// # extern crate twilio_capability_core as twilio_capability;
        #[doc = concat!("use twilio_capability::{", $($name, ", ",)+ "Ttl, UnixTime};")]
        ///
        #[doc = concat!("fn check(credentials: &", $credentials, ") {")]
        #[doc = concat!("    let builder = ", $new, ".credentials(credentials);")]
        ///     let token = builder.ttl(Ttl::from_static(5)).sign_at(UnixTime::EPOCH);
        ///     assert_eq!(token.expires_at().as_secs(), 5);
        /// }
        #[doc = $setup]
        /// # check(&credentials);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        pub fn ttl(mut self, ttl: Ttl) -> Self {
            self.times.lifetime = $crate::jwt::Lifetime::For(ttl);
            self
        }

        /// Like [`ttl`](Self::ttl), but does nothing if `ttl` is `None`.
        ///
        /// ```
        /// # extern crate twilio_capability_core as twilio_capability;
        #[doc = concat!("use twilio_capability::{", $($name, ", ",)+ "UnixTime};")]
        ///
        #[doc = concat!("fn check(credentials: &", $credentials, ") {")]
        #[doc = concat!("    let builder = ", $new, ".credentials(credentials);")]
        ///     let token = builder.maybe_ttl(None).sign_at(UnixTime::EPOCH);
        ///     assert_eq!(token.expires_at().as_secs(), 3600);
        /// }
        #[doc = $setup]
        /// # check(&credentials);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        pub fn maybe_ttl(mut self, ttl: Option<Ttl>) -> Self {
            self.times.lifetime = ttl.map_or(self.times.lifetime, $crate::jwt::Lifetime::For);
            self
        }

        /// Sets when the token expires. Replaces an earlier [`ttl`](Self::ttl).
        ///
        /// Twilio refuses tokens that live for more than 24 hours (error 20157). So if the time is later, the token
        /// expires 24 hours after the signing. If the time is in the past, the token has already expired.
        ///
        /// ```
        /// # extern crate twilio_capability_core as twilio_capability;
        #[doc = concat!("use twilio_capability::{", $($name, ", ",)+ "Ttl, UnixTime};")]
        ///
        #[doc = concat!("fn check(credentials: &", $credentials, ") {")]
        #[doc = concat!("    let builder = ", $new, ".credentials(credentials);")]
        ///     let token = builder.expires_at(UnixTime::EPOCH.after(Ttl::from_static(60))).sign_at(UnixTime::EPOCH);
        ///     assert_eq!(token.expires_at().as_secs(), 60);
        /// }
        #[doc = $setup]
        /// # check(&credentials);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        pub fn expires_at(mut self, time: UnixTime) -> Self {
            self.times.lifetime = $crate::jwt::Lifetime::Until(time);
            self
        }

        /// Like [`expires_at`](Self::expires_at), but does nothing if `time` is `None`.
        ///
        /// ```
        /// # extern crate twilio_capability_core as twilio_capability;
        #[doc = concat!("use twilio_capability::{", $($name, ", ",)+ "Ttl, UnixTime};")]
        ///
        #[doc = concat!("fn check(credentials: &", $credentials, ") {")]
        #[doc = concat!("    let builder = ", $new, ".credentials(credentials);")]
        ///     let token = builder.maybe_expires_at(Some(UnixTime::EPOCH.after(Ttl::from_static(60)))).sign_at(UnixTime::EPOCH);
        ///     assert_eq!(token.expires_at().as_secs(), 60);
        /// }
        #[doc = $setup]
        /// # check(&credentials);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        pub fn maybe_expires_at(mut self, time: Option<UnixTime>) -> Self {
            self.times.lifetime = time.map_or(self.times.lifetime, $crate::jwt::Lifetime::Until);
            self
        }

        /// Sets when the token starts being valid: the `nbf` claim.
        ///
        /// By default it is not set. Then the token is valid at once, even if Twilio's clock is slower than the clock
        /// of the signer.
        ///
        /// If the token expires at or before this time, by [`expires_at`](Self::expires_at) or by the limit of 24
        /// hours, it is never valid.
        ///
        /// ```
        /// # extern crate twilio_capability_core as twilio_capability;
        #[doc = concat!("use twilio_capability::{", $($name, ", ",)+ "Ttl, UnixTime};")]
        ///
        #[doc = concat!("fn check(credentials: &", $credentials, ") {")]
        #[doc = concat!("    let builder = ", $new, ".credentials(credentials);")]
        ///     let token = builder.not_before(UnixTime::EPOCH.after(Ttl::from_static(60))).sign_at(UnixTime::EPOCH);
        ///     assert_eq!(token.expires_at().as_secs(), 3660);
        /// }
        #[doc = $setup]
        /// # check(&credentials);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        pub fn not_before(mut self, time: UnixTime) -> Self {
            self.times.not_before = Some(time);
            self
        }

        /// Like [`not_before`](Self::not_before), but does nothing if `time` is `None`.
        ///
        /// ```
        /// # extern crate twilio_capability_core as twilio_capability;
        #[doc = concat!("use twilio_capability::{", $($name, ", ",)+ "UnixTime};")]
        ///
        #[doc = concat!("fn check(credentials: &", $credentials, ") {")]
        #[doc = concat!("    let builder = ", $new, ".credentials(credentials);")]
        ///     let token = builder.maybe_not_before(None).sign_at(UnixTime::EPOCH);
        ///     assert_eq!(token.expires_at().as_secs(), 3600);
        /// }
        #[doc = $setup]
        /// # check(&credentials);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        pub fn maybe_not_before(mut self, time: Option<UnixTime>) -> Self {
            self.times.not_before = time.or(self.times.not_before);
            self
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
    fn a_lifetime_counts_from_the_start_of_the_token_and_has_at_most_24_hours() {
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

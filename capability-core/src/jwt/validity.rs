//! When a token is valid, by its claims.

use std::time::Duration;

use super::claim::{self, Claim};
use super::claims;
use super::error::VerifyError;
use super::error_kind::VerifyErrorKind;
use super::json_read::Members;
use super::token_part::TokenPart;
use crate::values::{Ttl, UnixTime};

/// The times in the claims of a token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Validity {
    pub(crate) expires_at: UnixTime,
    pub(crate) not_before: Option<UnixTime>,
    pub(crate) issued_at: Option<UnixTime>,
}

impl Validity {
    pub(crate) fn read(claims: &Members<'_>) -> Result<Self, VerifyError> {
        Ok(Self {
            expires_at: claims::expires_at(claims)?,
            not_before: claims::optional_time(claims, claim::NOT_BEFORE)?,
            issued_at: claims::optional_time(claims, claim::ISSUED_AT)?,
        })
    }

    /// Checks that the token is valid by this clock.
    pub(crate) fn check(&self, clock: Clock) -> Result<(), VerifyError> {
        self.checks(clock).into_iter().collect()
    }

    /// The lifetime in seconds, as Twilio counts it: from `iat`, or without `iat` from now, or from the start of the token if
    /// that is later. An `iat` in the future does not make the lifetime shorter.
    pub(crate) fn lives_for(&self, clock: Clock) -> u64 {
        let (now, leeway) = (clock.now.as_secs(), clock.leeway.as_secs());
        let later =
            self.not_before.map(UnixTime::as_secs).filter(|start| now.saturating_add(leeway) < *start);
        let issued_at = self.issued_at.map(|time| time.as_secs().min(now));
        self.expires_at.as_secs().saturating_sub(issued_at.or(later).unwrap_or(now))
    }

    /// The results of the checks: of the end, of the start, of the lifetime, and whether the token can ever be valid.
    pub(crate) fn checks(&self, clock: Clock) -> [Result<(), VerifyError>; 5] {
        let (now, leeway) = (clock.now.as_secs(), clock.leeway.as_secs());
        let (start, end) = (self.not_before.map_or(0, UnixTime::as_secs), self.expires_at.as_secs());
        let starts_later = now.saturating_add(leeway) < start;
        let longest = u64::from(Ttl::MAX.as_secs());
        // Two claims are of one clock, so they need no leeway.
        let claimed = self.issued_at.map(|time| end.saturating_sub(time.as_secs()));
        let by_clock = Some(self.lives_for(clock)).filter(|life| *life > longest.saturating_add(leeway));
        let too_long = claimed.filter(|life| *life > longest).max(by_clock);
        // RFC 7519, sections 4.1.4 and 4.1.5: a token is refused on or after its end, and before its start.
        [
            refuse_if(
                now >= end.saturating_add(leeway),
                VerifyErrorKind::Expired,
                claim::EXPIRES,
                now.saturating_sub(end),
            ),
            refuse_if(
                starts_later,
                VerifyErrorKind::NotYetValid,
                claim::NOT_BEFORE,
                start.saturating_sub(now),
            ),
            refuse_if(
                too_long.is_some(),
                VerifyErrorKind::LifetimeTooLong,
                claim::EXPIRES,
                too_long.unwrap_or_default(),
            ),
            self.begins_before_its_end(self.not_before, "starts"),
            self.begins_before_its_end(self.issued_at, "says that it was issued"),
        ]
    }

    /// A leeway is for clocks that are wrong. It makes no token valid that is valid by no clock.
    fn begins_before_its_end(&self, time: Option<UnixTime>, begins: &'static str) -> Result<(), VerifyError> {
        let never = time.is_some_and(|time| time >= self.expires_at);
        refuse_if(never, VerifyErrorKind::NeverValid, claim::EXPIRES, 0)
            .map_err(|error| error.expecting(begins))
    }
}

/// The time of a check, and how far the clock of the signer can be wrong.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clock {
    pub(crate) now: UnixTime,
    pub(crate) leeway: Duration,
}

fn refuse_if(wrong: bool, kind: VerifyErrorKind, claim: Claim, seconds: u64) -> Result<(), VerifyError> {
    let error = || VerifyError::new(kind, TokenPart::Claims).at_path(claim.path()).by(seconds);
    if wrong { Err(error()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_of_times_are_exact() {
        use VerifyErrorKind as Kind;
        let at = |seconds| UnixTime::from_secs(seconds).unwrap();
        let times = Validity { expires_at: at(1000), not_before: Some(at(500)), issued_at: None };
        let check = |now, leeway| {
            times
                .check(Clock { now: at(now), leeway: Duration::from_secs(leeway) })
                .map_err(|error| (error.kind(), error.seconds()))
        };
        assert_eq!(check(499, 0), Err((Kind::NotYetValid, 1)));
        assert_eq!(check(500, 0), Ok(()));
        assert_eq!(check(999, 0), Ok(()));
        assert_eq!(check(1000, 0), Err((Kind::Expired, 0)));
        assert_eq!(check(1007, 0), Err((Kind::Expired, 7)));
        assert_eq!(check(489, 10), Err((Kind::NotYetValid, 11)));
        assert_eq!(check(490, 10), Ok(()));
        assert_eq!(check(1009, 10), Ok(()));
        assert_eq!(check(1010, 10), Err((Kind::Expired, 10)));
        assert_eq!(check(0, u64::MAX), Ok(()));
        assert_eq!(check(UnixTime::MAX.as_secs(), u64::MAX), Ok(()));
    }

    #[test]
    fn no_leeway_makes_a_token_valid_that_is_valid_by_no_clock() {
        let at = |seconds| UnixTime::from_secs(seconds).unwrap();
        let check = |not_before: u64, issued_at: u64, now, leeway| {
            let (not_before, issued_at) = (Some(at(not_before)), Some(at(issued_at)));
            Validity { expires_at: at(1000), not_before, issued_at }
                .check(Clock { now: at(now), leeway: Duration::from_secs(leeway) })
                .map_err(|error| error.kind())
        };
        for now in [0, 994, 999, 1000, 1004, 2000] {
            assert_eq!(check(1000, 0, now, 10_000), Err(VerifyErrorKind::NeverValid), "{now}");
            assert_eq!(check(1005, 0, now, 10_000), Err(VerifyErrorKind::NeverValid), "{now}");
            assert_eq!(check(0, 1000, now, 10_000), Err(VerifyErrorKind::NeverValid), "{now}");
            assert_eq!(check(999, 999, now, 10_000), Ok(()), "{now}");
        }
        assert_eq!(check(0, 1000, 999, 0), Err(VerifyErrorKind::NeverValid));
    }

    #[test]
    fn a_lifetime_is_at_most_a_day() {
        let at = |seconds| UnixTime::from_secs(seconds).unwrap();
        let check = |issued_at: Option<u64>, now, leeway| {
            let times =
                Validity { expires_at: at(1_086_400), not_before: None, issued_at: issued_at.map(at) };
            times
                .check(Clock { now: at(now), leeway: Duration::from_secs(leeway) })
                .map_err(|error| (error.kind(), error.seconds()))
        };
        let too_long = |seconds| Err((VerifyErrorKind::LifetimeTooLong, seconds));
        assert_eq!(check(None, 1_000_000, 0), Ok(()));
        assert_eq!(check(None, 999_999, 0), too_long(86_401));
        assert_eq!(check(None, 999_999, 1), Ok(()));
        assert_eq!(check(Some(1_000_000), 1_086_399, 0), Ok(()));
        assert_eq!(check(Some(999_999), 1_086_399, 0), too_long(86_401));
        for (now, leeway, life) in [
            (1_086_399, u64::MAX, 86_401),
            (999_999, 0, 86_401),
            (999_999, 60, 86_401),
            // Before its `iat`, the token lives longer by the clock.
            (999_998, 0, 86_402),
            (999_998, 60, 86_401),
            (999_000, 60, 87_400),
            (999_000, u64::MAX, 86_401),
        ] {
            assert_eq!(check(Some(999_999), now, leeway), too_long(life), "{now} {leeway}");
        }
        // An `iat` in the future does not make the lifetime shorter.
        assert_eq!(check(Some(1_086_000), 999_999, 0), too_long(86_401));
        assert_eq!(check(Some(1_000_000), 999_999, 0), too_long(86_401));
        assert_eq!(check(Some(1_000_000), 999_999, 1), Ok(()));
    }
}

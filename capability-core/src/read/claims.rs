//! The claims: their types and their times.
//!
//! A claim of the wrong type is an error and not an absence, or `"exp": "tomorrow"` would be a token that never
//! expires.

use std::time::Duration;

use super::error::{TokenPart, VerifyError, VerifyErrorKind};
use super::json::{self, Members, Value};
use crate::{Ttl, UnixTime};

pub(crate) fn parse(json: &[u8]) -> Result<Members<'_>, VerifyError> {
    json::parse(json).map_err(|error| VerifyError::json(error, TokenPart::Claims))
}

fn error(kind: VerifyErrorKind) -> VerifyError {
    VerifyError::new(kind, TokenPart::Claims)
}

fn missing(claim: &'static str) -> VerifyError {
    error(VerifyErrorKind::MissingClaim(claim))
}

fn not(expected: &'static str, claim: &'static str) -> VerifyError {
    error(VerifyErrorKind::ClaimType(claim)).expecting(expected)
}

/// The member that a claim is, such as `grants.video.room` among those of `grants.video`.
fn member<'m, 'a>(members: &'m Members<'a>, claim: &'static str) -> Option<&'m Value<'a>> {
    members.get(claim.rsplit_once('.').map_or(claim, |(_, name)| name))
}

/// A claim that must be there and be a text.
pub(crate) fn text<'m>(members: &'m Members<'_>, claim: &'static str) -> Result<&'m str, VerifyError> {
    optional_text(members, claim)?.ok_or_else(|| missing(claim))
}

/// A claim that may be absent, and is a text.
pub(crate) fn optional_text<'m>(
    members: &'m Members<'_>,
    claim: &'static str,
) -> Result<Option<&'m str>, VerifyError> {
    match member(members, claim) {
        None => Ok(None),
        Some(Value::Text(text)) => Ok(Some(text)),
        Some(_) => Err(not("a text", claim)),
    }
}

/// A claim that must be there and be an object.
pub(crate) fn object<'m, 'a>(
    members: &'m Members<'a>,
    claim: &'static str,
) -> Result<&'m Members<'a>, VerifyError> {
    optional_object(members, claim)?.ok_or_else(|| missing(claim))
}

/// A claim that may be absent, and is an object.
pub(crate) fn optional_object<'m, 'a>(
    members: &'m Members<'a>,
    claim: &'static str,
) -> Result<Option<&'m Members<'a>>, VerifyError> {
    match member(members, claim) {
        None => Ok(None),
        Some(Value::Object(object)) => Ok(Some(object)),
        Some(_) => Err(not("an object", claim)),
    }
}

/// A claim that is `true` or `false`, which it is where it is absent.
pub(crate) fn flag(members: &Members<'_>, claim: &'static str) -> Result<bool, VerifyError> {
    match member(members, claim) {
        None => Ok(false),
        Some(Value::Bool(value)) => Ok(*value),
        Some(_) => Err(not("`true` or `false`", claim)),
    }
}

/// A claim that may be absent, and is a time: whole seconds from 1970 to the end of the year 9999.
pub(crate) fn time(claims: &Members<'_>, name: &'static str) -> Result<Option<UnixTime>, VerifyError> {
    let seconds = match claims.get(name) {
        None => return Ok(None),
        Some(Value::Integer(seconds)) => *seconds,
        Some(_) => return Err(not("a whole number", name)),
    };
    // Only a negative number does not fit.
    let Ok(seconds) = u64::try_from(seconds) else { return Err(error(VerifyErrorKind::ClaimRange(name))) };
    let time = UnixTime::from_secs(seconds);
    time.map(Some).map_err(|_| error(VerifyErrorKind::ClaimRange(name)).by(seconds))
}

fn refuse_if(wrong: bool, kind: VerifyErrorKind, seconds: u64) -> Result<(), VerifyError> {
    if wrong { Err(error(kind).by(seconds)) } else { Ok(()) }
}

/// The claim `exp`, which must be there.
pub(crate) fn expires_at(claims: &Members<'_>) -> Result<UnixTime, VerifyError> {
    time(claims, "exp")?.ok_or_else(|| missing("exp"))
}

/// When a token is valid.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Times {
    pub(crate) expires_at: UnixTime,
    pub(crate) not_before: Option<UnixTime>,
    pub(crate) issued_at: Option<UnixTime>,
}

impl Times {
    pub(crate) fn read(claims: &Members<'_>) -> Result<Self, VerifyError> {
        Ok(Self {
            expires_at: expires_at(claims)?,
            not_before: time(claims, "nbf")?,
            issued_at: time(claims, "iat")?,
        })
    }

    /// Checks that the token is valid at `now`, by a clock that may be off by `leeway`.
    pub(crate) fn check(&self, now: UnixTime, leeway: Duration) -> Result<(), VerifyError> {
        self.checks(now, leeway).into_iter().collect()
    }

    /// Each check by itself: of the end, of the start, and of the time between.
    pub(crate) fn checks(&self, now: UnixTime, leeway: Duration) -> [Result<(), VerifyError>; 3] {
        let (now, leeway) = (now.as_secs(), leeway.as_secs());
        let (start, end) = (self.not_before.map_or(0, UnixTime::as_secs), self.expires_at.as_secs());
        let starts_later = now.saturating_add(leeway) < start;
        // A token that does not say when it was issued was so by now, and if it starts later, will live from then on.
        let issued_at = self.issued_at.map(|time| time.as_secs().min(now));
        let life = end.saturating_sub(issued_at.unwrap_or(if starts_later { start } else { now }));
        let longest = u64::from(Ttl::MAX.as_secs());
        // RFC 7519, sections 4.1.4 and 4.1.5: not accepted on or after the end, nor before the start.
        [
            refuse_if(now >= end.saturating_add(leeway), VerifyErrorKind::Expired, now.saturating_sub(end)),
            refuse_if(starts_later, VerifyErrorKind::NotYetValid, start.saturating_sub(now)),
            refuse_if(life > longest.saturating_add(leeway), VerifyErrorKind::LifetimeTooLong, life),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_type_is_not_an_absence() {
        use VerifyErrorKind as Kind;
        let exp = |value: &str| {
            let json = format!("{{\"exp\":{value}}}");
            Times::read(&parse(json.as_bytes()).unwrap()).map_err(|error| (error.kind(), error.twilio_code()))
        };
        assert_eq!(exp("0").unwrap().expires_at, UnixTime::EPOCH);
        assert_eq!(exp("253402300799").unwrap().expires_at, UnixTime::MAX);
        for value in [
            "null",
            "\"1700000000\"",
            "1700000000.0",
            "1.5e9",
            "1e9",
            "-0",
            "true",
            "[1]",
            "{}",
            "340282366920938463463374607431768211456",
        ] {
            assert_eq!(exp(value), Err((Kind::ClaimType("exp"), Some(20156))), "{value}");
        }
        assert_eq!(exp("-1"), Err((Kind::ClaimRange("exp"), Some(20156))));
        for value in ["253402300800", "1700000000000", "9223372036854775808", "18446744073709551615"] {
            assert_eq!(exp(value), Err((Kind::ClaimRange("exp"), Some(20157))), "{value}");
        }
        let read = |json: &str| Times::read(&parse(json.as_bytes()).unwrap()).map_err(|error| error.kind());
        assert_eq!(read("{}"), Err(Kind::MissingClaim("exp")));
        assert_eq!(read(r#"{"exp":1,"nbf":null}"#), Err(Kind::ClaimType("nbf")));
        assert_eq!(read(r#"{"exp":1,"iat":"1"}"#), Err(Kind::ClaimType("iat")));
        assert_eq!(read(r#"{"exp":1,"nbf":-1}"#), Err(Kind::ClaimRange("nbf")));
        let claims = parse(br#"{"iss":"a","sub":1}"#).unwrap();
        assert_eq!(text(&claims, "iss"), Ok("a"));
        assert_eq!(text(&claims, "sub").unwrap_err().kind(), Kind::ClaimType("sub"));
        assert_eq!(text(&claims, "aud").unwrap_err().kind(), Kind::MissingClaim("aud"));
    }

    #[test]
    fn the_bounds_of_time_are_exact() {
        use VerifyErrorKind as Kind;
        let at = |seconds| UnixTime::from_secs(seconds).unwrap();
        let times = Times { expires_at: at(1000), not_before: Some(at(500)), issued_at: None };
        let check = |now, leeway| {
            times.check(at(now), Duration::from_secs(leeway)).map_err(|error| (error.kind(), error.seconds()))
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
    fn a_lifetime_is_at_most_a_day() {
        let at = |seconds| UnixTime::from_secs(seconds).unwrap();
        let check = |issued_at: Option<u64>, now, leeway| {
            let times = Times { expires_at: at(1_086_400), not_before: None, issued_at: issued_at.map(at) };
            times.check(at(now), Duration::from_secs(leeway)).map_err(|error| (error.kind(), error.seconds()))
        };
        let too_long = |seconds| Err((VerifyErrorKind::LifetimeTooLong, seconds));
        assert_eq!(check(None, 1_000_000, 0), Ok(()));
        assert_eq!(check(None, 999_999, 0), too_long(86_401));
        assert_eq!(check(None, 999_999, 1), Ok(()));
        assert_eq!(check(Some(1_000_000), 1_086_399, 0), Ok(()));
        assert_eq!(check(Some(999_999), 1_086_399, 0), too_long(86_401));
        // An `iat` ahead of the clock does not make the token shorter.
        assert_eq!(check(Some(1_086_000), 999_999, 0), too_long(86_401));
    }
}

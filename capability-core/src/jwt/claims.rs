//! Reads claims and checks their types.
//!
//! A claim of a wrong type is an error. If it counted as missing, a token with `"nbf": "tomorrow"` would be valid
//! today.

use std::borrow::Cow;

use super::claim::{AUDIENCE, Claim, EXPIRES, JTI, SUBJECT};
use super::error::VerifyError;
use super::error_kind::VerifyErrorKind;
use super::json_read::{self, Document, Members, NoObject, Value};
use super::token_part::TokenPart;
use super::twilio_code;
use crate::values::UnixTime;

pub(crate) fn parse(json: &[u8]) -> Result<Document<'_>, VerifyError> {
    json_read::parse(json).map_err(|error| VerifyError::json(error, TokenPart::Claims))
}

fn missing(claim: Claim) -> VerifyError {
    VerifyError::claim(VerifyErrorKind::Missing, claim)
}

fn not(expected: &'static str, claim: Claim) -> VerifyError {
    VerifyError::claim(VerifyErrorKind::WrongType, claim).expecting(expected)
}

/// Reads a required claim that is a string.
pub(crate) fn string<'a>(members: &Members<'a>, claim: Claim) -> Result<Cow<'a, str>, VerifyError> {
    optional_string(members, claim)?.ok_or_else(|| missing(claim))
}

/// Reads an optional claim that is a string.
pub(crate) fn optional_string<'a>(
    members: &Members<'a>,
    claim: Claim,
) -> Result<Option<Cow<'a, str>>, VerifyError> {
    match members.get(claim.name()) {
        None => Ok(None),
        Some(Value::String(string)) => Ok(Some(string)),
        Some(_) => Err(not("a string", claim)),
    }
}

/// Checks the registered claims that not every family reads: those that are there are strings, and there is no audience
/// (RFC 7519, section 4.1). Whoever is not in the audience of a token has to refuse it, and Twilio's tokens have none.
pub(crate) fn check_registered(members: &Members<'_>) -> Result<(), VerifyError> {
    for claim in [SUBJECT, JTI] {
        optional_string(members, claim)?;
    }
    match members.get(AUDIENCE.name()) {
        Some(_) => Err(VerifyError::claim(VerifyErrorKind::Audience, AUDIENCE)),
        None => Ok(()),
    }
}

/// Reads a required claim that is an object.
pub(crate) fn object<'a>(members: &Members<'a>, claim: Claim) -> Result<Members<'a>, VerifyError> {
    optional_object(members, claim)?.ok_or_else(|| missing(claim))
}

/// Reads an optional claim that is an object.
pub(crate) fn optional_object<'a>(
    members: &Members<'a>,
    claim: Claim,
) -> Result<Option<Members<'a>>, VerifyError> {
    members.object(claim.name()).map_err(|NoObject| not("an object", claim))
}

/// Reads the text of an optional claim that is an object.
pub(crate) fn optional_object_text<'a>(
    members: &Members<'a>,
    claim: Claim,
) -> Result<Option<&'a str>, VerifyError> {
    match members.get(claim.name()) {
        None => Ok(None),
        Some(Value::Object(text)) => Ok(Some(text)),
        Some(_) => Err(not("an object", claim)),
    }
}

/// Reads an optional claim that is `true` or `false`.
pub(crate) fn optional_flag(members: &Members<'_>, claim: Claim) -> Result<Option<bool>, VerifyError> {
    match members.get(claim.name()) {
        None => Ok(None),
        Some(Value::Bool(value)) => Ok(Some(value)),
        Some(_) => Err(not("`true` or `false`", claim)),
    }
}

/// Reads an optional claim that is a time: whole seconds from 1970 to the end of the year 9999.
pub(crate) fn optional_time(members: &Members<'_>, claim: Claim) -> Result<Option<UnixTime>, VerifyError> {
    let seconds = match members.get(claim.name()) {
        None => return Ok(None),
        Some(Value::Integer(seconds)) => seconds.parse::<u64>(),
        Some(_) => return Err(not("a whole number", claim)),
    };
    let out_of_range = VerifyError::claim(VerifyErrorKind::OutOfRange, claim);
    // Only a negative number fails here.
    let Ok(seconds) = seconds else { return Err(out_of_range) };
    UnixTime::from_secs(seconds).map(Some).map_err(|_| out_of_range.by(seconds))
}

/// Reads the claim `exp`, which is required.
pub(crate) fn expires_at(claims: &Members<'_>) -> Result<UnixTime, VerifyError> {
    match optional_time(claims, EXPIRES) {
        Ok(time) => time.ok_or_else(|| missing(EXPIRES)),
        // This is usually a time in milliseconds, which means a lifetime that is too long.
        Err(error) if error.is_too_large() => Err(error.code(twilio_code::LIFETIME_TOO_LONG)),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jwt::claim::ISSUER;
    use crate::jwt::validity::Validity;

    fn place(error: &VerifyError) -> (VerifyErrorKind, &'static str) {
        (error.kind(), error.path())
    }

    #[test]
    fn a_claim_of_a_wrong_type_is_not_missing() {
        use VerifyErrorKind as Kind;
        let exp = |value: &str| {
            let json = format!("{{\"exp\":{value}}}");
            Validity::read(&parse(json.as_bytes()).unwrap().members())
                .map_err(|error| (place(&error), error.twilio_code()))
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
            assert_eq!(exp(value), Err(((Kind::WrongType, "/exp"), Some(20156))), "{value}");
        }
        assert_eq!(exp("-1"), Err(((Kind::OutOfRange, "/exp"), Some(20156))));
        for value in ["253402300800", "1700000000000", "9223372036854775808", "18446744073709551615"] {
            assert_eq!(exp(value), Err(((Kind::OutOfRange, "/exp"), Some(20157))), "{value}");
        }
        let read = |json: &str| {
            Validity::read(&parse(json.as_bytes()).unwrap().members()).map_err(|error| place(&error))
        };
        assert_eq!(read("{}"), Err((Kind::Missing, "/exp")));
        assert_eq!(read(r#"{"exp":1,"nbf":null}"#), Err((Kind::WrongType, "/nbf")));
        assert_eq!(read(r#"{"exp":1,"iat":"1"}"#), Err((Kind::WrongType, "/iat")));
        assert_eq!(read(r#"{"exp":1,"nbf":-1}"#), Err((Kind::OutOfRange, "/nbf")));
        let document = parse(br#"{"iss":"a","sub":1}"#).unwrap();
        let claims = document.members();
        assert_eq!(string(&claims, ISSUER).unwrap(), "a");
        assert_eq!(place(&string(&claims, SUBJECT).unwrap_err()), (Kind::WrongType, "/sub"));
        let audience = Claim::new("/aud", 0);
        assert_eq!(place(&string(&claims, audience).unwrap_err()), (Kind::Missing, "/aud"));
    }
}

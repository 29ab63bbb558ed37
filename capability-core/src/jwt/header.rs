//! Reads and checks the header of a token.

use std::borrow::Cow;

use super::claim::{CTY, Claim, KEY_ID};
use super::error::VerifyError;
use super::error_kind::VerifyErrorKind;
use super::family_marks::FamilyMarks;
use super::json_read::{self, Document, Members, Value};
use super::token_part::TokenPart;

/// `{"typ":"JWT","alg":"HS256"}` in base64url, as most of Twilio's libraries write it.
pub(crate) const PLAIN: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9";

/// `{"alg":"HS256","typ":"JWT"}` in base64url, as Twilio's libraries for Python and Node.js write it.
const OTHER_ORDER: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9";

/// The usual headers that contain only `typ` and `alg`.
pub(crate) const USUAL: &[&str] = &[PLAIN, OTHER_ORDER];

/// The JSON of the encoded header, if it is one of the [`USUAL`] ones, which need not be decoded.
pub(crate) fn plain(encoded: &str) -> Option<&'static [u8]> {
    match encoded {
        PLAIN => Some(br#"{"typ":"JWT","alg":"HS256"}"#),
        OTHER_ORDER => Some(br#"{"alg":"HS256","typ":"JWT"}"#),
        _ => None,
    }
}

pub(crate) fn parse(json: &[u8]) -> Result<Document<'_>, VerifyError> {
    json_read::parse(json).map_err(|error| VerifyError::json(error, TokenPart::Header))
}

/// Checks that a header says HS256, and that no member of it changes how the token has to be read. Returns the content
/// type, if there is one.
///
/// Unknown members are ignored, as RFC 7515 requires. Members such as `jwk` and `kid` are also ignored, so the token
/// cannot choose the key.
pub(super) fn check<'a>(header: &Members<'a>) -> Result<Option<Cow<'a, str>>, VerifyError> {
    let refuse = |kind| Err(VerifyError::new(kind, TokenPart::Header));
    // Compared as strings, so `none`, `None` and `nOnE` are all other algorithms.
    if !matches!(header.get("alg"), Some(Value::String(algorithm)) if algorithm == "HS256") {
        return refuse(VerifyErrorKind::Algorithm);
    }
    if header.get("crit").is_some() || header.get("b64").is_some() {
        return refuse(VerifyErrorKind::Extension);
    }
    check_key_id(header)?;
    match header.get("typ") {
        None => {}
        Some(Value::String(typ)) if typ == "JWT" => {}
        Some(_) => return Err(other("`typ` is not JWT")),
    }
    match header.get("cty") {
        None => Ok(None),
        Some(Value::String(content)) => Ok(Some(content)),
        Some(_) => Err(other_content()),
    }
}

/// Checks the type of `kid` (RFC 7515, section 4.1.4). What it says is ignored.
pub(crate) fn check_key_id(header: &Members<'_>) -> Result<(), VerifyError> {
    match header.get(KEY_ID.name()) {
        None | Some(Value::String(_)) => Ok(()),
        Some(_) => Err(wrong_type(KEY_ID, "a string")),
    }
}

fn other(fault: &'static str) -> VerifyError {
    VerifyError::new(VerifyErrorKind::Type, TokenPart::Header).expecting(fault)
}

fn other_content() -> VerifyError {
    other("`cty` is wrong for this kind of token").at_path(CTY)
}

/// Checks that a header belongs to this family. If it belongs to another family, the error says which one.
pub(crate) fn check_family(
    header: &Members<'_>,
    family: &FamilyMarks,
    families: impl IntoIterator<Item = &'static FamilyMarks>,
) -> Result<(), VerifyError> {
    let content = check(header)?;
    if content.as_deref() == family.content_type {
        return Ok(());
    }
    // If two families have the same header, the last one is more common.
    let Some(other) = families.into_iter().filter(|other| other.content_type == content.as_deref()).last()
    else {
        return Err(other_content());
    };
    let error = VerifyError::new(VerifyErrorKind::OtherToken(other.kind), TokenPart::Header);
    let error = error.expecting(family.noun).code(family.other_header);
    Err(if content.is_none() { error.at_path(CTY) } else { error })
}

/// An error for a member of a header that has a wrong type.
pub(crate) fn wrong_type(member: Claim, expected: &'static str) -> VerifyError {
    let error = VerifyError::new(VerifyErrorKind::WrongType, TokenPart::Header);
    error.at_path(member.path()).code(member.code()).expecting(expected)
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use twilio_capability_rules::sid::SidKind;

    use super::*;
    use crate::jwt::token_kind::TokenKind;

    static CAPABILITY: FamilyMarks = FamilyMarks {
        kind: TokenKind::Capability,
        noun: "a capability",
        content_type: None,
        claim: Claim::new("/scope", 20106),
        issuer: SidKind::Account,
        other_header: 31204,
        other_claims: 31204,
    };
    static ACCESS: FamilyMarks = FamilyMarks {
        kind: TokenKind::Access,
        noun: "an access token",
        content_type: Some("twilio-fpa;v=1"),
        claim: Claim::new("/grants", 20106),
        issuer: SidKind::ApiKey,
        other_header: 20102,
        other_claims: 20101,
    };

    fn kind(json: &str) -> Option<VerifyErrorKind> {
        parse(json.as_bytes())
            .and_then(|header| check_family(&header.members(), &CAPABILITY, [&ACCESS, &CAPABILITY]))
            .err()
            .map(|error| {
                assert_eq!(error.part(), TokenPart::Header);
                error.kind()
            })
    }

    #[test]
    fn the_usual_headers_pass_the_checks() {
        assert_eq!(USUAL, [PLAIN, OTHER_ORDER]);
        for encoded in [PLAIN, OTHER_ORDER] {
            let json = String::from_utf8(URL_SAFE_NO_PAD.decode(encoded).unwrap()).unwrap();
            assert_eq!(plain(encoded), Some(json.as_bytes()));
            assert_eq!(kind(&json), None, "{json}");
        }
        assert_eq!(plain(""), None);
        assert_eq!(kind(r#"{"alg":"HS256"}"#), None);
        assert_eq!(kind(r#" {"typ":"JWT","kid":"1","alg":"HS256"}"#), None);
    }

    #[test]
    fn other_headers_are_refused() {
        use VerifyErrorKind as Kind;
        for alg in
            ["\"none\"", "\"None\"", "\"HS384\"", "\"hs256\"", "\"HS256 \"", "null", "1", "[\"HS256\"]"]
        {
            assert_eq!(kind(&format!("{{\"alg\":{alg}}}")), Some(Kind::Algorithm), "{alg}");
        }
        for (json, expected) in [
            ("{}", Kind::Algorithm),
            ("[]", Kind::Json),
            (r#"{"alg":"HS256","alg":"none"}"#, Kind::DuplicateMember),
            (r#"{"alg":"HS256","typ":"jwt"}"#, Kind::Type),
            (r#"{"alg":"HS256","typ":null}"#, Kind::Type),
            (r#"{"alg":"HS256","cty":"JWT"}"#, Kind::Type),
            (r#"{"alg":"HS256","cty":null}"#, Kind::Type),
            (r#"{"alg":"HS256","cty":"twilio-fpa;v=1"}"#, Kind::OtherToken(TokenKind::Access)),
            (r#"{"alg":"HS256","crit":["b64"],"b64":false}"#, Kind::Extension),
            (r#"{"alg":"HS256","crit":[]}"#, Kind::Extension),
            (r#"{"alg":"HS256","b64":true}"#, Kind::Extension),
        ] {
            assert_eq!(kind(json), Some(expected), "{json}");
        }
    }

    #[test]
    fn the_error_for_a_header_of_another_family_says_which_one() {
        let error = |json: &str, family| {
            let header = parse(json.as_bytes()).unwrap();
            check_family(&header.members(), family, [&ACCESS, &CAPABILITY]).unwrap_err()
        };
        let access = error(r#"{"alg":"HS256","cty":"twilio-fpa;v=1"}"#, &CAPABILITY);
        assert_eq!(access.kind(), VerifyErrorKind::OtherToken(TokenKind::Access));
        assert_eq!((access.path(), access.twilio_code()), ("", Some(31204)));
        let capability = error(r#"{"alg":"HS256","typ":"JWT"}"#, &ACCESS);
        assert_eq!(capability.kind(), VerifyErrorKind::OtherToken(TokenKind::Capability));
        assert_eq!((capability.path(), capability.twilio_code()), ("/cty", Some(20102)));
        let unknown = error(r#"{"alg":"HS256","cty":"twilio-fpa;v=2"}"#, &ACCESS);
        assert_eq!((unknown.kind(), unknown.twilio_code()), (VerifyErrorKind::Type, Some(20102)));
    }

    #[cfg(feature = "jsonwebtoken")]
    #[test]
    fn the_plain_header_equals_the_one_of_jsonwebtoken() {
        let header =
            serde_json::to_string(&jsonwebtoken::Header::new(jsonwebtoken::Algorithm::HS256)).unwrap();
        assert_eq!(URL_SAFE_NO_PAD.encode(&header), PLAIN, "{header}");
    }
}

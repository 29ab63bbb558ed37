//! The header of a token: what is signed how.

use super::error::{TokenPart, VerifyError, VerifyErrorKind};
use super::json::{self, Members, Value};
use crate::jws::HEADER;

/// The type of content of an access token.
pub(super) const ACCESS_TOKEN: &str = "twilio-fpa;v=1";

/// `{"alg":"HS256","typ":"JWT"}`, as python and node write it.
const OTHER_ORDER: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9";

/// The JSON of the encoded header, if it is one of the two that nearly all capability tokens have. They are good
/// and need neither decoding nor checking.
pub(super) fn usual(encoded: &str) -> Option<&'static [u8]> {
    match encoded {
        HEADER => Some(br#"{"typ":"JWT","alg":"HS256"}"#),
        OTHER_ORDER => Some(br#"{"alg":"HS256","typ":"JWT"}"#),
        _ => None,
    }
}

pub(crate) fn parse(json: &[u8]) -> Result<Members<'_>, VerifyError> {
    json::parse(json).map_err(|error| VerifyError::json(error, TokenPart::Header))
}

/// Checks that a header is the one of a token signed with HS256, and that nothing in it changes how the rest is
/// to be read. Gives back the type of content, if it says one.
///
/// Members that are not known are ignored, as RFC 7515 asks; none of them, such as `jwk` and `kid`, is a key or
/// chooses one.
pub(crate) fn check<'a>(header: &'a Members<'_>) -> Result<Option<&'a str>, VerifyError> {
    let refuse = |kind| Err(VerifyError::new(kind, TokenPart::Header));
    // Compared as text: `none`, `None` and `nOnE` are all just another algorithm.
    if !matches!(header.get("alg"), Some(Value::Text(algorithm)) if algorithm == "HS256") {
        return refuse(VerifyErrorKind::Algorithm);
    }
    if header.get("crit").is_some() || header.get("b64").is_some() {
        return refuse(VerifyErrorKind::Extension);
    }
    match header.get("typ") {
        None => {}
        Some(Value::Text(typ)) if typ == "JWT" => {}
        Some(_) => return Err(other("type than JWT")),
    }
    match header.get("cty") {
        None => Ok(None),
        Some(Value::Text(content)) => Ok(Some(content)),
        Some(_) => Err(other_content()),
    }
}

fn other(type_than: &'static str) -> VerifyError {
    VerifyError::new(VerifyErrorKind::Type, TokenPart::Header).expecting(type_than)
}

fn other_content() -> VerifyError {
    other("type of content than a token of this kind has (`cty`)")
}

/// Checks that a header is the one of a capability token.
pub(super) fn check_capability(header: &Members<'_>) -> Result<(), VerifyError> {
    match check(header)? {
        None => Ok(()),
        Some(ACCESS_TOKEN) => Err(VerifyError::new(VerifyErrorKind::AccessToken, TokenPart::Header)),
        Some(_) => Err(other_content()),
    }
}

/// Checks that a header is the one of an access token. Gives back the region, if it names one.
pub(super) fn check_access<'a>(header: &'a Members<'_>) -> Result<Option<&'a str>, VerifyError> {
    match check(header)? {
        Some(ACCESS_TOKEN) => {}
        Some(_) => return Err(other_content()),
        None => return Err(VerifyError::new(VerifyErrorKind::CapabilityToken, TokenPart::Header)),
    }
    match header.get("twr") {
        // Twilio's library for Ruby writes a region that is not set as `null`.
        None | Some(Value::Null) => Ok(None),
        Some(Value::Text(region)) => Ok(Some(region)),
        Some(_) => Err(VerifyError::new(VerifyErrorKind::Region, TokenPart::Header)),
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::*;

    fn kind(json: &str) -> Option<VerifyErrorKind> {
        parse(json.as_bytes()).and_then(|header| check_capability(&header)).err().map(|error| {
            assert_eq!(error.part(), TokenPart::Header);
            error.kind()
        })
    }

    #[test]
    fn the_usual_headers_are_read_and_are_right() {
        for encoded in [HEADER, OTHER_ORDER] {
            let json = String::from_utf8(URL_SAFE_NO_PAD.decode(encoded).unwrap()).unwrap();
            assert_eq!(usual(encoded), Some(json.as_bytes()));
            assert_eq!(kind(&json), None, "{json}");
        }
        assert_eq!(usual(""), None);
        assert_eq!(kind(r#"{"alg":"HS256"}"#), None);
        assert_eq!(kind(r#" {"typ":"JWT","kid":"1","alg":"HS256"}"#), None);
    }

    #[test]
    fn the_header_of_an_access_token_may_name_a_region() {
        let region = |json: &str| {
            let header = parse(json.as_bytes()).unwrap();
            check_access(&header).map(|region| region.map(str::to_owned)).map_err(|error| error.kind())
        };
        let access = |rest: &str| region(&format!(r#"{{"alg":"HS256","cty":"{ACCESS_TOKEN}"{rest}}}"#));
        assert_eq!(access(""), Ok(None));
        assert_eq!(access(r#","typ":"JWT","twr":"au1""#), Ok(Some("au1".to_owned())));
        assert_eq!(access(r#","twr":null"#), Ok(None));
        assert_eq!(access(r#","twr":1"#), Err(VerifyErrorKind::Region));
        assert_eq!(access(r#","crit":[]"#), Err(VerifyErrorKind::Extension));
        assert_eq!(region(r#"{"alg":"HS256","cty":"twilio-fpa;v=2"}"#), Err(VerifyErrorKind::Type));
        assert_eq!(region(r#"{"alg":"none","cty":"twilio-fpa;v=1"}"#), Err(VerifyErrorKind::Algorithm));
        assert_eq!(region(r#"{"alg":"HS256","typ":"JWT"}"#), Err(VerifyErrorKind::CapabilityToken));
    }

    #[test]
    fn anything_else_is_refused() {
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
            (r#"{"alg":"HS256","cty":"twilio-fpa;v=1"}"#, Kind::AccessToken),
            (r#"{"alg":"HS256","crit":["b64"],"b64":false}"#, Kind::Extension),
            (r#"{"alg":"HS256","crit":[]}"#, Kind::Extension),
            (r#"{"alg":"HS256","b64":true}"#, Kind::Extension),
        ] {
            assert_eq!(kind(json), Some(expected), "{json}");
        }
    }
}

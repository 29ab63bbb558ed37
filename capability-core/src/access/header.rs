use std::borrow::Cow;

use base64::Engine;
use twilio_capability_rules::sid::SidKind;

use super::grants::read_write::GRANTS;
use crate::jwt::{
    BASE64URL, Claim, FamilyMarks, Members, TokenKind, Value, VerifyError, header::wrong_type, json_write,
    twilio_code,
};
use crate::values::Region;

/// The content type of access tokens, `cty` in the header.
pub(super) const CONTENT_TYPE: &str = "twilio-fpa;v=1";

/// The header's member for the region.
pub(super) const REGION: Claim = Claim::new("/twr", twilio_code::INVALID_HEADER);

/// `{"typ":"JWT","alg":"HS256","cty":"twilio-fpa;v=1"}` in base64url. Twilio recognises access tokens by `cty`.
pub(super) const HEADER: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiIsImN0eSI6InR3aWxpby1mcGE7dj0xIn0";

/// The headers without a region that this library and Twilio's libraries write, in base64url: the same members in other orders.
pub(super) const USUAL: &[&str] = &[
    HEADER,
    "eyJhbGciOiJIUzI1NiIsImN0eSI6InR3aWxpby1mcGE7dj0xIiwidHlwIjoiSldUIn0",
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCIsImN0eSI6InR3aWxpby1mcGE7dj0xIn0",
    "eyJjdHkiOiJ0d2lsaW8tZnBhO3Y9MSIsInR5cCI6IkpXVCIsImFsZyI6IkhTMjU2In0",
];

/// What distinguishes access tokens from other tokens.
pub(super) static MARKS: FamilyMarks = FamilyMarks {
    kind: TokenKind::Access,
    noun: "an access token",
    content_type: Some(CONTENT_TYPE),
    claim: GRANTS,
    issuer: SidKind::ApiKey,
    // Twilio recognises access tokens by their header.
    other_header: twilio_code::INVALID_HEADER,
    other_claims: twilio_code::INVALID_TOKEN,
};

/// The header of a token with this region, in base64url.
pub(super) fn header(region: Option<&Region>) -> Cow<'static, str> {
    let Some(region) = region else { return HEADER.into() };
    let mut header = Vec::with_capacity(80);
    json_write::object(&mut header, |header| {
        header.string("typ", "JWT");
        header.string("alg", "HS256");
        header.string("cty", CONTENT_TYPE);
        header.string(REGION.name(), region.as_str());
    });
    BASE64URL.encode(header).into()
}

/// Reads the region from a header. `None` if the header has no region.
pub(super) fn region<'a>(header: &Members<'a>) -> Result<Option<Cow<'a, str>>, VerifyError> {
    match header.get(REGION.name()) {
        // Twilio's library for Ruby writes `null` if no region is set.
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(region)) => Ok(Some(region)),
        Some(_) => Err(wrong_type(REGION, "a string")),
    }
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::*;
    use crate::jwt::VerifyErrorKind;

    #[test]
    fn the_header_has_a_region_only_if_one_is_set() {
        let decode = |header: &str| String::from_utf8(URL_SAFE_NO_PAD.decode(header).unwrap()).unwrap();
        assert_eq!(decode(HEADER), r#"{"typ":"JWT","alg":"HS256","cty":"twilio-fpa;v=1"}"#);
        assert_eq!(header(None), HEADER);
        assert_eq!(
            decode(&header(Some(&Region::AU1))),
            r#"{"typ":"JWT","alg":"HS256","cty":"twilio-fpa;v=1","twr":"au1"}"#
        );
    }

    #[test]
    fn the_usual_headers_pass_the_checks_and_have_no_region() {
        for usual in USUAL {
            let json = URL_SAFE_NO_PAD.decode(usual).unwrap();
            let header = crate::jwt::header::parse(&json).unwrap();
            let header = header.members();
            assert_eq!(crate::jwt::header::check_family(&header, &MARKS, [&MARKS]), Ok(()));
            assert_eq!(header.names().count(), 3);
            assert_eq!(region(&header), Ok(None));
        }
    }

    #[test]
    fn the_region_is_read_from_the_header() {
        let region = |json: &str| {
            let header = crate::jwt::header::parse(json.as_bytes()).unwrap();
            region(&header.members())
                .map(|region| region.map(Cow::into_owned))
                .map_err(|error| (error.kind(), error.path()))
        };
        assert_eq!(region("{}"), Ok(None));
        assert_eq!(region(r#"{"twr":"au1"}"#), Ok(Some("au1".to_owned())));
        assert_eq!(region(r#"{"twr":null}"#), Ok(None));
        assert_eq!(region(r#"{"twr":1}"#), Err((VerifyErrorKind::WrongType, "/twr")));
    }
}

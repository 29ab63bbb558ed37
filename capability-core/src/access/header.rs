use std::borrow::Cow;

use base64::Engine;

use crate::jwt::{
    BASE64URL, Claim, Members, Value, VerifyError, header::wrong_type, json_write, twilio_code,
};
use crate::values::Region;

/// The type of content of an access token.
pub(super) const CONTENT_TYPE: &str = "twilio-fpa;v=1";

/// The member of the header that names a region.
pub(super) const REGION: Claim = Claim::new("/twr", twilio_code::INVALID_HEADER);

/// `{"typ":"JWT","alg":"HS256","cty":"twilio-fpa;v=1"}` in base64url. `cty` is how Twilio tells an access token.
pub(super) const HEADER: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiIsImN0eSI6InR3aWxpby1mcGE7dj0xIn0";

/// The header, in base64url.
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

/// The region that a header names, if it does.
pub(super) fn region<'a>(header: &'a Members<'_>) -> Result<Option<&'a str>, VerifyError> {
    match header.get(REGION.name()) {
        // Twilio's library for Ruby writes a region that is not set as `null`.
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
    fn the_header_names_a_region_only_where_there_is_one() {
        let decode = |header: &str| String::from_utf8(URL_SAFE_NO_PAD.decode(header).unwrap()).unwrap();
        assert_eq!(decode(HEADER), r#"{"typ":"JWT","alg":"HS256","cty":"twilio-fpa;v=1"}"#);
        assert_eq!(header(None), HEADER);
        assert_eq!(
            decode(&header(Some(&Region::AU1))),
            r#"{"typ":"JWT","alg":"HS256","cty":"twilio-fpa;v=1","twr":"au1"}"#
        );
    }

    #[test]
    fn the_header_of_an_access_token_may_name_a_region() {
        let region = |json: &str| {
            let header = crate::jwt::header::parse(json.as_bytes()).unwrap();
            region(&header)
                .map(|region| region.map(str::to_owned))
                .map_err(|error| (error.kind(), error.path()))
        };
        assert_eq!(region("{}"), Ok(None));
        assert_eq!(region(r#"{"twr":"au1"}"#), Ok(Some("au1".to_owned())));
        assert_eq!(region(r#"{"twr":null}"#), Ok(None));
        assert_eq!(region(r#"{"twr":1}"#), Err((VerifyErrorKind::WrongType, "/twr")));
    }
}

use std::borrow::Cow;

use base64::Engine;

use super::Region;
use super::json;
use crate::base64url::BASE64URL;

/// `{"typ":"JWT","alg":"HS256","cty":"twilio-fpa;v=1"}` in base64url. `cty` is how Twilio tells an access token.
pub(super) const HEADER: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiIsImN0eSI6InR3aWxpby1mcGE7dj0xIn0";

/// The header, in base64url.
pub(super) fn header(region: Option<&Region>) -> Cow<'static, str> {
    let Some(region) = region else { return HEADER.into() };
    let mut header = Vec::with_capacity(80);
    json::object(&mut header, |header| {
        header.text("typ", "JWT");
        header.text("alg", "HS256");
        header.text("cty", "twilio-fpa;v=1");
        header.text("twr", region.as_str());
    });
    BASE64URL.encode(header).into()
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::*;

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
}

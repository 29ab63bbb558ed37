//! Reads the example token of RFC 7515 step by step.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::decode::{MAX_LEN, TokenParts};
use super::error_kind::VerifyErrorKind;
use super::validity::{Clock, Validity};
use super::{claim, claims, header};
use crate::keys::SigningKey;
use crate::tests::at;

/// RFC 7515, appendix A.1: the header contains a line break, and the key is not a string.
#[test]
fn the_example_of_rfc_7515_verifies_before_it_expires() {
    let token = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.\
                 eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.\
                 dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    let key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
    let key = SigningKey::new(&URL_SAFE_NO_PAD.decode(key).unwrap());
    let parts = TokenParts::split(token, MAX_LEN).unwrap();
    assert!(parts.header.windows(2).any(|pair| pair == b"\r\n"));
    assert_eq!(header::check(&header::parse(&parts.header).unwrap().members()), Ok(None));
    assert!(key.verifies(parts.signed.as_bytes(), &parts.signature.unwrap()).unwrap());
    let document = claims::parse(&parts.claims).unwrap();
    let claims = document.members();
    assert_eq!(claims::string(&claims, claim::ISSUER).unwrap(), "joe");
    let validity = Validity::read(&claims).unwrap();
    let clock = |now| Clock { now: at(now), leeway: Duration::ZERO };
    assert_eq!(validity.check(clock(1_300_819_379)), Ok(()));
    let error = validity.check(clock(1_300_819_380)).unwrap_err();
    assert_eq!(error.kind(), VerifyErrorKind::Expired);
}

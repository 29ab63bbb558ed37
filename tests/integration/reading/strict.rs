//! How strict a verifier is about claims that it does not need, by RFC 7519 and RFC 8725.

#![allow(
    clippy::unwrap_used,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use twilio_capability::read::{Severity, VerifyErrorKind as Kind, inspect_at};
use twilio_capability::{Verifier, VerifyError};

use crate::support::{ACCOUNT_SID, AUTH_TOKEN, KEY_SID, NOW, account, api_key, now};

fn sign(header: &str, claims: &str) -> String {
    let message = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
    let mac =
        Hmac::<Sha256>::new_from_slice(AUTH_TOKEN.as_bytes()).unwrap().chain_update(&message).finalize();
    format!("{message}.{}", URL_SAFE_NO_PAD.encode(mac.into_bytes()))
}

/// What the verifiers of both families say about a token whose header and claims have these members as well. No inspection
/// has an error for a token that is accepted.
fn verdicts(header: &str, claims: &str) -> [Result<(), VerifyError>; 2] {
    let end = NOW + 60;
    let capability = sign(
        &format!(r#"{{"typ":"JWT","alg":"HS256"{header}}}"#),
        &format!(r#"{{"scope":"","iss":"{ACCOUNT_SID}","exp":{end}{claims}}}"#),
    );
    let access = sign(
        &format!(r#"{{"typ":"JWT","alg":"HS256","cty":"twilio-fpa;v=1"{header}}}"#),
        &format!(r#"{{"iss":"{KEY_SID}","exp":{end},"grants":{{"video":{{}}}}{claims}}}"#).replacen(
            '{',
            &if claims.contains("\"sub\"") { "{".to_owned() } else { format!(r#"{{"sub":"{ACCOUNT_SID}","#) },
            1,
        ),
    );
    let verdicts = [
        Verifier::capability(&account()).verify_at(&capability, now()).map(drop),
        Verifier::access_token(&api_key()).verify_at(&access, now()).map(drop),
    ];
    for (token, verdict) in [&capability, &access].into_iter().zip(&verdicts) {
        let inspection = inspect_at(token, now());
        let mut findings = inspection.findings().iter();
        match verdict {
            Ok(()) => assert!(findings.all(|finding| finding.severity() != Severity::Error), "{inspection}"),
            Err(error) if error.kind() == Kind::Mismatch => {}
            Err(error) => {
                assert!(findings.any(|finding| finding.twilio_code() == error.twilio_code()), "{inspection}");
            }
        }
    }
    verdicts
}

fn kinds(header: &str, claims: &str) -> [Option<Kind>; 2] {
    verdicts(header, claims).map(|verdict| verdict.err().map(|error| error.kind()))
}

#[test]
fn registered_claims_have_the_type_of_rfc_7519() {
    assert_eq!(kinds("", ""), [None, None]);
    for wrong in ["1", "null", "true", "{}", "[\"a\"]"] {
        let claims = |name: &str| format!(",\"{name}\":{wrong}");
        assert_eq!(kinds("", &claims("jti")), [Some(Kind::WrongType), Some(Kind::WrongType)], "{wrong}");
        assert_eq!(kinds("", &claims("sub")), [Some(Kind::WrongType), Some(Kind::WrongType)], "{wrong}");
        assert_eq!(kinds(&claims("kid"), ""), [Some(Kind::WrongType), Some(Kind::WrongType)], "{wrong}");
    }
    assert_eq!(kinds("", r#","jti":"a""#), [None, None]);
    assert_eq!(kinds(r#","kid":"a""#, ""), [None, None]);
    // A capability token has no subject: what it says does not matter. That of an access token is its account.
    assert_eq!(kinds("", r#","sub":"a""#), [None, Some(Kind::Mismatch)]);
}

/// RFC 7519, section 4.1.3: who is not in the audience must reject the token. Twilio's tokens have no audience.
#[test]
fn a_token_for_an_audience_is_refused() {
    for audience in [r#""a""#, "[]", r#"["a"]"#, "1", "null"] {
        let claims = format!(",\"aud\":{audience}");
        assert_eq!(kinds("", &claims), [Some(Kind::Audience), Some(Kind::Audience)], "{audience}");
        for error in verdicts("", &claims).map(Result::unwrap_err) {
            assert_eq!((error.path(), error.twilio_code()), ("/aud", Some(20101)));
            assert_eq!(
                error.to_string(),
                "the token has an audience (`aud`), and tokens of Twilio have none: it is for somebody else"
            );
        }
    }
}

/// RFC 7519, section 4.1.6, gives no rule for an `iat` in the future. A clock that is ahead is common, so the token is accepted; it
/// does not live longer by that.
#[test]
fn a_token_that_is_issued_later_is_accepted_and_lives_no_longer() {
    for ahead in [1, 30, 59] {
        assert_eq!(kinds("", &format!(",\"iat\":{}", NOW + ahead)), [None, None], "{ahead}");
    }
    let token = sign(
        r#"{"typ":"JWT","alg":"HS256"}"#,
        &format!(r#"{{"scope":"","iss":"{ACCOUNT_SID}","iat":{},"exp":{}}}"#, NOW + 60, NOW + 86_401),
    );
    let verify = |leeway| {
        let verifier = Verifier::capability(&account()).leeway(Duration::from_secs(leeway));
        verifier.verify_at(&token, now()).err().map(|error| error.kind())
    };
    assert_eq!((verify(0), verify(1)), (Some(Kind::LifetimeTooLong), None));
}

/// A header that says `none` is refused whatever else it says, also if the signature is right.
#[test]
fn an_algorithm_other_than_hs256_is_refused_with_a_right_signature() {
    let claims = format!(r#"{{"scope":"","iss":"{ACCOUNT_SID}","exp":{}}}"#, NOW + 60);
    for header in [
        r#"{"alg":"none"}"#,
        r#"{"alg":"none","typ":"JWT"}"#,
        r#"{"typ":"JWT","alg":"none"}"#,
        r#"{"typ":"JWT","alg":"None"}"#,
        r#"{"typ":"JWT","alg":""}"#,
        r#"{"typ":"JWT"}"#,
        "{}",
    ] {
        let token = sign(header, &claims);
        let unsigned = token.rsplit_once('.').unwrap().0;
        for token in [token.clone(), format!("{unsigned}.")] {
            let error = Verifier::capability(&account()).verify_at(&token, now()).unwrap_err();
            assert_eq!((error.kind(), error.twilio_code()), (Kind::Algorithm, Some(20102)), "{header}");
        }
    }
}

/// Every control character that is not encoded, DEL among them.
#[test]
fn a_raw_control_character_in_a_scope_is_refused() {
    for c in (0..=0x7f_u8).map(char::from).filter(char::is_ascii_control) {
        let claims = format!(
            r#"{{"scope":"scope:client:incoming?clientName=a\u{:04x}b","iss":"{ACCOUNT_SID}","exp":{}}}"#,
            u32::from(c),
            NOW + 60
        );
        let token = sign(r#"{"typ":"JWT","alg":"HS256"}"#, &claims);
        let error = Verifier::capability(&account()).verify_at(&token, now()).unwrap_err();
        assert_eq!((error.kind(), error.position()), (Kind::Malformed, Some(34)), "{c:?}");
    }
}

/// A feature of `serde_json`, which any crate can turn on, does not make a number an object or an object a number.
#[test]
fn a_number_is_no_grant_and_an_object_no_number() {
    let access = |grants: &str| {
        let claims =
            format!(r#"{{"iss":"{KEY_SID}","sub":"{ACCOUNT_SID}","exp":{},"grants":{grants}}}"#, NOW + 60);
        let token = sign(r#"{"typ":"JWT","alg":"HS256","cty":"twilio-fpa;v=1"}"#, &claims);
        Verifier::access_token(&api_key()).verify_at(&token, now())
    };
    for wrong in ["1.5", "1e2", "-0", "18446744073709551616", "1"] {
        for grants in
            [wrong.to_owned(), format!(r#"{{"video":{wrong}}}"#), format!(r#"{{"player":{wrong}}}"#)]
        {
            assert_eq!(access(&grants).unwrap_err().kind(), Kind::WrongType, "{grants}");
        }
        let outgoing = format!(r#"{{"voice":{{"outgoing":{{"params":{wrong}}}}}}}"#);
        assert_eq!(access(&outgoing).unwrap_err().path(), "/grants/voice/outgoing/params", "{outgoing}");
    }
    for name in ["Number", "RawValue"] {
        let object = format!(r#"{{"$serde_json::private::{name}":"1"}}"#);
        let verified = access(&format!(r#"{{"player":{object},"video":{object}}}"#)).unwrap();
        let playback = verified.grants().playback.as_ref().unwrap().to_map();
        assert_eq!(playback.keys().collect::<Vec<_>>(), [&format!("$serde_json::private::{name}")]);
        assert_eq!(verified.grants().others, [format!("video.\"$serde_json::private::{name}\"")]);
        let expires = format!(r#","exp":{object}"#);
        let claims = format!(r#"{{"scope":"","iss":"{ACCOUNT_SID}"{expires}}}"#);
        let token = sign(r#"{"typ":"JWT","alg":"HS256"}"#, &claims);
        let error = Verifier::capability(&account()).verify_at(&token, now()).unwrap_err();
        assert_eq!((error.kind(), error.path()), (Kind::WrongType, "/exp"));
    }
}

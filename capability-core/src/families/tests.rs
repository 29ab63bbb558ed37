//! Tests with a token of one family where a token of another family is expected.

use super::*;
use crate::client_capability::ClientCapability;
use crate::inspect::FindingKind;
use crate::jwt::VerifyErrorKind;
use crate::task_router::TaskRouterCapability;
use crate::tests::{
    ACCESS_HEADER, HEADER, KEY_SID, NOW, SERVICE, SID, access_claims, account, api_key, at,
    capability_claims, sign,
};
use crate::values::WorkspaceSid;

#[test]
fn an_inspection_reports_a_token_of_another_kind() {
    let access_header = r#"{"alg":"HS256","typ":"JWT","cty":"twilio-fpa;v=1","twr":"ie1"}"#;
    let access = format!(
        r#"{{"jti":"{KEY_SID}-1","iss":"{KEY_SID}","sub":"{SID}","exp":1700003600,"grants":{{"identity":"a\u001b","voice":{{"incoming":{{"allow":true}}}},"chat":{{"service_sid":"{SERVICE}"}}}}}}"#
    );
    let token = sign(access_header, &access, "key");
    let inspection = inspect_at(&token, at(NOW));
    assert_eq!(inspection.kind(), TokenKind::Access);
    let codes = |token: &str, expected| {
        let inspection = inspect_at(token, at(NOW)).expecting(expected);
        let findings = inspection.findings().iter();
        findings
            .map(|finding| (finding.kind(), finding.path().to_owned(), finding.twilio_code()))
            .collect::<Vec<_>>()
    };
    let at_path = |kind, path: &str, code| (kind, path.to_owned(), Some(code));
    let other = |code| at_path(FindingKind::OtherToken, "", code);
    let identity = || at_path(FindingKind::Invalid, "/grants/identity", 31105);
    assert_eq!(codes(&token, TokenKind::Capability), [identity(), other(31204)]);
    assert_eq!(codes(&token, TokenKind::Access), [identity()]);
    assert_eq!(inspection, inspection.clone().expecting(TokenKind::Capability).expecting(TokenKind::Access));
    let grants = inspection.grants().unwrap();
    assert_eq!(grants.identity.as_deref(), Some("a\u{1b}"));
    assert!(grants.voice.is_some() && grants.chat.is_some() && grants.video.is_none());
    assert_eq!((inspection.subject(), inspection.region()), (Some(SID), Some("ie1")));
    let words = inspection.to_string();
    assert!(
        words.contains(
            "\nIn the region \"ie1\".\nFor the user \"a\\u{1b}\".\nGrants\n  Voice: can receive calls\n"
        ),
        "{words}"
    );

    let capability = ClientCapability::new().incoming("a".parse().unwrap()).credentials(&account("key"));
    let token = capability.sign_at(at(NOW));
    assert_eq!(codes(token.as_str(), TokenKind::Access), [other(20102)]);
    let workspace = WorkspaceSid::from_static("WS11111111111111111111111111111111");
    let token = TaskRouterCapability::workspace(workspace).credentials(&account("key")).sign_at(at(NOW));
    assert_eq!(codes(token.as_str(), TokenKind::Capability), [other(31204)]);
    assert_eq!(codes(token.as_str(), TokenKind::TaskRouter), []);
    let token = sign(access_header, r#"{"iss":"AC","sub":7,"exp":1700003600}"#, "key");
    assert_eq!(
        codes(&sign(HEADER, &access, "key"), TokenKind::Access),
        [at_path(FindingKind::Malformed, "/cty", 20102), identity()]
    );
    // The claims show the kind, and the message says what is missing.
    let words = inspect_at(&sign(HEADER, &access, "key"), at(NOW)).to_string();
    assert!(
        words.contains(
            "error 20102: the header has no `cty`: the header of an access token has `cty` \"twilio-fpa;v=1\""
        ),
        "{words}"
    );
    let words = inspect_at(&sign(r#"{"alg":"none"}"#, &access, "key"), at(NOW)).to_string();
    assert!(words.contains("error 20102: the header's `alg` is \"none\", not \"HS256\""), "{words}");
    // The header or the claims alone show the kind. Without both, the kind is unknown.
    let half = codes(&sign("{", &access, "key"), TokenKind::Capability);
    assert_eq!(half.last(), Some(&other(31204)));
    assert!(!codes("not a token", TokenKind::Capability).contains(&other(31204)));
    let unknown = sign(HEADER, &format!(r#"{{"iss":"{SID}","exp":1700003600}}"#), "key");
    assert_eq!(
        codes(&unknown, TokenKind::Capability),
        [at_path(FindingKind::Missing, "/scope", 20106), other(31204)]
    );
    let malformed = [
        at_path(FindingKind::Invalid, "/iss", 20103),
        at_path(FindingKind::Malformed, "/sub", 20103),
        at_path(FindingKind::Missing, "/grants", 20106),
    ];
    assert_eq!(codes(&token, TokenKind::Access), malformed);
}

#[test]
fn a_verifier_reports_a_token_of_another_kind() {
    let capability = sign(HEADER, &capability_claims(""), "key");
    let access = sign(ACCESS_HEADER, &access_claims("{}"), "key");
    assert!(Verifier::capability(&account("key")).verify_at(&capability, at(NOW)).is_ok());
    assert!(Verifier::access_token(&api_key("key")).verify_at(&access, at(NOW)).is_ok());
    let error = Verifier::capability(&account("key")).verify_at(&access, at(NOW)).unwrap_err();
    assert_eq!(error.kind(), VerifyErrorKind::OtherToken(TokenKind::Access));
    let error = Verifier::access_token(&api_key("key")).verify_at(&capability, at(NOW)).unwrap_err();
    assert_eq!(error.kind(), VerifyErrorKind::OtherToken(TokenKind::Capability));
}

#[test]
fn claims_of_two_families_are_refused_by_both() {
    let both = |own: &str| {
        let claims =
            own.replacen('{', r#"{"scope":"","policies":[],"grants":{"identity":"a","video":{}},"#, 1);
        claims.replacen(r#""scope":"","iss""#, r#""iss""#, 1).replacen(
            r#","grants":{},"jti""#,
            r#","jti""#,
            1,
        )
    };
    let refusal = |error: VerifyError| (error.kind(), error.path(), error.twilio_code(), error.to_string());
    let token = sign(HEADER, &both(&capability_claims("")), "key");
    let error = Verifier::capability(&account("key")).verify_at(&token, at(NOW)).unwrap_err();
    let says = "the claim `grants` belongs to an access token, not to a client capability token";
    let access = VerifyErrorKind::OtherToken(TokenKind::Access);
    assert_eq!(refusal(error), (access, "/grants", Some(31204), says.to_owned()));
    let token = sign(ACCESS_HEADER, &both(&access_claims("{}")), "key");
    let error = Verifier::access_token(&api_key("key")).verify_at(&token, at(NOW)).unwrap_err();
    let says = "the claim `policies` belongs to a TaskRouter capability token, not to an access token";
    let task_router = VerifyErrorKind::OtherToken(TokenKind::TaskRouter);
    assert_eq!(refusal(error), (task_router, "/policies", Some(20101), says.to_owned()));
    let findings = inspect_at(&token, at(NOW)).findings().to_vec();
    assert!(findings.iter().any(|finding| finding.path() == "/policies" && finding.to_string() == says));
}

#[test]
fn every_family_has_different_marks() {
    let families: Vec<_> = marks().collect();
    for (n, marks) in families.iter().enumerate() {
        for other in &families[n + 1..] {
            assert_ne!(marks.kind, other.kind);
            assert_ne!(marks.claim.path(), other.claim.path());
            assert_ne!(marks.noun, other.noun);
        }
        assert_eq!(marks.kind.to_string(), marks.noun);
    }
}

/// RFC 7515, appendix A.1.
#[test]
fn a_token_of_no_family_is_unknown() {
    let token = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.\
                 eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.\
                 dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    let inspection = inspect_at(token, at(1_300_819_379));
    assert_eq!((inspection.kind(), inspection.issuer()), (TokenKind::Unknown, Some("joe")));
}

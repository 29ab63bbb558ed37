//! Tests of whole access tokens that need keys or items that are not public.

use crate::families::inspect_at;
use crate::inspect::FindingKind;
use crate::jwt::{TokenKind, VerifyErrorKind};
use crate::keys::ApiKeyCredentials;
use crate::tests::{
    ACCESS_HEADER, APP, HEADER, KEY_SID, NOW, SERVICE, SID, access_claims, api_key, at, sign,
};
use crate::verify::{MatchedKey, Verifier};

#[test]
fn an_access_token_is_checked_in_the_documented_order() {
    use VerifyErrorKind as Kind;
    let verifier = Verifier::access_token(&api_key("key")).max_len(2000);
    let refusal = |token: &str| {
        let error = verifier.verify_at(token, at(NOW)).unwrap_err();
        (error.kind(), error.twilio_code(), error.to_string())
    };
    let kind = |token: &str| refusal(token).0;
    let place = |token: &str| {
        let error = verifier.verify_at(token, at(NOW)).unwrap_err();
        (error.kind(), error.path())
    };
    let good = sign(ACCESS_HEADER, &access_claims("{}"), "key");
    assert!(verifier.verify_at(&good, at(NOW)).is_ok());
    assert_eq!(kind(&format!("{good}{}.", "=".repeat(2000))), Kind::TooLong);
    let bad = |header: &str, key: &str| sign(header, r#"{"exp":"never"}"#, key);
    assert_eq!(kind(&format!("{}=", bad("{}", "other"))), Kind::Encoding);
    assert_eq!(kind(&bad("{}", "other")), Kind::Algorithm);
    let (kind_of_header, code, says) = refusal(&bad(HEADER, "other"));
    assert_eq!((kind_of_header, code), (Kind::OtherToken(TokenKind::Capability), Some(20102)));
    assert!(
        says.contains(
            "the header has no `cty`, unlike that of an access token: this may be a client capability token"
        ),
        "{says}"
    );
    let (kind_of_region, code, says) =
        refusal(&bad(r#"{"alg":"HS256","cty":"twilio-fpa;v=1","twr":7}"#, "other"));
    assert_eq!((kind_of_region, code), (Kind::WrongType, Some(20102)));
    assert_eq!(says, "the header's `twr` is not a string");
    assert_eq!(kind(&bad(ACCESS_HEADER, "other")), Kind::Signature);
    assert_eq!(place(&bad(ACCESS_HEADER, "key")), (Kind::Missing, "/iss"));
    let claims = |iss: &str, sub: &str, rest: &str| {
        sign(ACCESS_HEADER, &format!(r#"{{"iss":"{iss}","sub":"{sub}",{rest}}}"#), "key")
    };
    assert_eq!(place(&sign(ACCESS_HEADER, r#"{"iss":"x"}"#, "key")), (Kind::Missing, "/sub"));
    assert_eq!(refusal(&sign(ACCESS_HEADER, r#"{"iss":"x","sub":1}"#, "key")).1, Some(20103));
    assert_eq!(place(&claims("x", "x", r#""jti":1"#)), (Kind::WrongType, "/jti"));
    assert_eq!(place(&claims("x", "x", r#""jti":"1""#)), (Kind::Missing, "/exp"));
    assert_eq!(place(&claims("x", "x", r#""exp":1"#)), (Kind::Missing, "/grants"));
    let (issuer, code, says) = refusal(&claims(SID, SID, r#""exp":1,"grants":{}"#));
    assert_eq!(
        (issuer, code, &*says),
        (Kind::Mismatch, Some(20103), "the token was issued by another API key")
    );
    let (subject, code, says) = refusal(&claims(KEY_SID, KEY_SID, r#""exp":1,"grants":{}"#));
    assert_eq!((subject, code, &*says), (Kind::Mismatch, Some(20103), "the token is for another account"));
    assert_eq!(kind(&claims(KEY_SID, SID, r#""exp":1,"grants":{}"#)), Kind::Expired);
    assert_eq!(kind(&claims(KEY_SID, SID, r#""exp":1700090000,"grants":{}"#)), Kind::LifetimeTooLong);
}

#[test]
fn a_key_verifies_only_tokens_with_its_own_sid() {
    let other_sid = "SKfedcba9876543210fedcba9876543210";
    let other =
        ApiKeyCredentials::new(SID.parse().unwrap(), other_sid.parse().unwrap(), "other".parse().unwrap());
    let verifier = Verifier::access_token(&api_key("key")).or_api_key(&other);
    let verify = |iss: &str, key: &str| {
        let claims = access_claims("{}").replace(KEY_SID, iss);
        verifier
            .verify_at(&sign(ACCESS_HEADER, &claims, key), at(NOW))
            .map_err(|error| (error.kind(), error.path()))
    };
    assert_eq!(verify(KEY_SID, "key").unwrap().matched_key(), MatchedKey::Primary);
    let second = verify(other_sid, "other").unwrap();
    assert_eq!((second.matched_key(), second.api_key_sid().as_str()), (MatchedKey::Secondary, other_sid));
    assert_eq!(verify(other_sid, "key"), Err((VerifyErrorKind::Mismatch, "/iss")));
    assert_eq!(verify(KEY_SID, "other"), Err((VerifyErrorKind::Mismatch, "/iss")));
    assert_eq!(verify(KEY_SID, "third"), Err((VerifyErrorKind::Signature, "")));
}

#[test]
fn an_inspection_has_the_region_of_the_header() {
    let header = r#"{"typ":"JWT","alg":"HS256","cty":"twilio-fpa;v=1","twr":"au1"}"#;
    for claims in [access_claims("{}"), "[]".to_owned()] {
        assert_eq!(inspect_at(&sign(header, &claims, "key"), at(NOW)).region(), Some("au1"));
    }
}

#[test]
fn an_inspection_describes_an_access_token_in_english() {
    let grants = format!(
        r#"{{"voice":{{"incoming":{{"allow":true}},"outgoing":{{"application_sid":"{APP}","params":{{"n":7}}}}}},"video":{{"room":"daily"}},"identity":"john"}}"#
    );
    let inspection = inspect_at(&sign(ACCESS_HEADER, &access_claims(&grants), "key"), at(NOW));
    assert_eq!((inspection.id(), inspection.region()), (Some("1"), None));
    assert_eq!(
        inspection.to_string(),
        format!(
            "This is an access token, read without its key.\n\
             Issued by \"{KEY_SID}\".\n\
             For the account \"{SID}\".\n\
             For the user \"john\".\n\
             Grants\n  Voice: can receive calls, can make calls to application \"{APP}\" with \"n\" = 7\n  Video: can enter room \"daily\"\n\
             Valid until 2023-11-14T23:13:20Z (in 1 hour).\n\
             Likely minted by twilio-capability.\n\
             Without the key, nothing is seen for which Twilio would refuse it."
        )
    );
    let nothing = inspect_at(&sign(ACCESS_HEADER, &access_claims("{}"), "key"), at(NOW)).to_string();
    assert!(nothing.contains("\nWithout an identity.\nGrants nothing.\n"), "{nothing}");
}

type Found = (FindingKind, String, Option<u32>);

fn found(header: &str, claims: &str) -> Vec<Found> {
    let inspection = inspect_at(&sign(header, claims, "key"), at(NOW)).expecting(TokenKind::Access);
    assert_eq!(inspection.kind(), TokenKind::Access);
    let findings = inspection.findings().iter();
    findings.map(|finding| (finding.kind(), finding.path().to_owned(), finding.twilio_code())).collect()
}

fn granted(grants: &str) -> Vec<Found> {
    found(ACCESS_HEADER, &access_claims(grants))
}

fn john(rest: &str) -> Vec<Found> {
    granted(&format!(r#"{{"identity":"john",{rest}}}"#))
}

fn at_path(kind: FindingKind, path: &str, code: Option<u32>) -> Found {
    (kind, path.to_owned(), code)
}

fn identity(kind: FindingKind, code: Option<u32>) -> Found {
    at_path(kind, "/grants/identity", code)
}

/// The finding for a member of the grants that has a wrong type.
fn wrong(path: &str) -> Found {
    at_path(FindingKind::Malformed, &format!("/grants{path}"), Some(20106))
}

const VOICE: &str = r#""voice":{"incoming":{"allow":true}}"#;

#[test]
fn each_reason_to_refuse_an_access_token_is_a_finding_with_its_code() {
    use FindingKind as Kind;
    let voice = VOICE;
    assert_eq!(granted("{}"), [at_path(Kind::Empty, "/grants", Some(20106)), identity(Kind::Missing, None)]);
    assert_eq!(granted(r#"{"video":{}}"#), [identity(Kind::Missing, Some(53200))]);
    assert_eq!(granted(r#"{"identity":"","video":{}}"#), [identity(Kind::Missing, Some(53200))]);
    assert_eq!(granted(&format!("{{{voice}}}")), [identity(Kind::Missing, Some(31204))]);
    assert_eq!(granted(&format!(r#"{{"identity":"",{voice}}}"#)), [identity(Kind::Missing, Some(31204))]);
    assert_eq!(granted(&format!(r#"{{"identity":"a@b",{voice}}}"#)), [identity(Kind::Invalid, None)]);
    assert_eq!(granted(r#"{"identity":"a@b","video":{}}"#), []);
    assert_eq!(john(voice), []);
    assert_eq!(john(r#""voice":{}"#), [at_path(Kind::Empty, "/grants/voice", None)]);
    assert_eq!(
        john(r#""voice":{"outgoing":{}}"#),
        [at_path(Kind::Invalid, "/grants/voice/outgoing/application_sid", Some(21218))]
    );
    let calls = |app: &str, params: &str| {
        john(&format!(r#""voice":{{"outgoing":{{"application_sid":"{app}","params":{params}}}}}"#))
    };
    assert_eq!(calls(APP, r#"{"a":1}"#), []);
    assert_eq!(
        calls(SID, "{}"),
        [at_path(Kind::Invalid, "/grants/voice/outgoing/application_sid", Some(21218))]
    );
    assert_eq!(calls(APP, r#"{"From":1}"#), [at_path(Kind::Reserved, "/grants/voice/outgoing/params", None)]);
    assert_eq!(
        john(r#""voice":{"incoming":{"allow":true},"push_credential_sid":"CR"}"#),
        [at_path(Kind::Invalid, "/grants/voice/push_credential_sid", Some(20106))]
    );
    assert_eq!(john(r#""chat":{}"#), [at_path(Kind::Missing, "/grants/chat/service_sid", Some(20106))]);
    assert_eq!(
        john(r#""chat":{"service_sid":"a","deployment_role_sid":"b","push_credential_sid":"c"}"#),
        ["service_sid", "deployment_role_sid", "push_credential_sid"].map(|name| at_path(
            Kind::Invalid,
            &format!("/grants/chat/{name}"),
            Some(20106)
        ))
    );
    assert_eq!(john(&format!(r#""chat":{{"service_sid":"{SERVICE}"}}"#)), []);
    assert_eq!(
        john(r#""data_sync":{}"#),
        [at_path(Kind::Missing, "/grants/data_sync/service_sid", Some(20106))]
    );
    assert_eq!(
        john(&format!(r#""data_sync":{{"service_sid":"{SID}"}}"#)),
        [at_path(Kind::Invalid, "/grants/data_sync/service_sid", Some(20106))]
    );
    assert_eq!(
        john(r#""task_router":{}"#),
        [at_path(Kind::Missing, "/grants/task_router/workspace_sid", Some(20106))]
    );
    let workspace = SID.replace("AC", "WS");
    assert_eq!(
        john(&format!(r#""task_router":{{"workspace_sid":"{workspace}","worker_sid":"{workspace}"}}"#)),
        [at_path(Kind::Invalid, "/grants/task_router/worker_sid", Some(20106))]
    );
    assert_eq!(john(r#""video":{},"new":{}"#), [at_path(Kind::Unknown, "/grants/new", None)]);
    assert_eq!(john(r#""video":{"room":""}"#), [at_path(Kind::Empty, "/grants/video/room", None)]);
    assert_eq!(
        john(r#""player":{}"#),
        [at_path(Kind::Empty, "/grants/player", None), at_path(Kind::Retired, "/grants/player", None)]
    );
    assert_eq!(granted("[]"), [wrong("")]);
    assert_eq!(john(r#""voice":7"#), [wrong("/voice")]);
}

#[test]
fn a_member_of_a_wrong_type_is_reported_once_and_hides_no_other_finding() {
    use FindingKind as Kind;
    let voice = VOICE;
    // A member of a wrong type is not also reported as missing, and it hides no other finding.
    let inspection = inspect_at(&sign(ACCESS_HEADER, &access_claims(r#"{"identity":7}"#), "key"), at(NOW));
    assert!(
        inspection.to_string().contains("\nFor a user that cannot be read.\nGrants nothing.\n"),
        "{inspection}"
    );
    assert_eq!(
        granted(r#"{"identity":7}"#),
        [wrong("/identity"), at_path(Kind::Empty, "/grants", Some(20106))]
    );
    assert_eq!(granted(r#"{"identity":7,"video":{}}"#), [wrong("/identity")]);
    assert_eq!(granted(r#"{"voice":7}"#), [wrong("/voice"), identity(Kind::Missing, Some(31204))]);
    assert_eq!(granted(r#"{"identity":"a@b","voice":7}"#), [wrong("/voice"), identity(Kind::Invalid, None)]);
    assert_eq!(granted(&format!(r#"{{"identity":7,{voice}}}"#)), [wrong("/identity")]);
    for (voice, path) in [
        (r#"{"incoming":7}"#, "/voice/incoming"),
        (r#"{"incoming":{"allow":7}}"#, "/voice/incoming/allow"),
        (r#"{"outgoing":7}"#, "/voice/outgoing"),
    ] {
        assert_eq!(john(&format!(r#""voice":{voice}"#)), [wrong(path)], "{voice}");
    }
    assert_eq!(
        john(r#""voice":{"outgoing":{"application_sid":7}}"#),
        [wrong("/voice/outgoing/application_sid")]
    );
    assert_eq!(john(r#""chat":{"service_sid":7}"#), [wrong("/chat/service_sid")]);
    assert_eq!(john(r#""data_sync":{"service_sid":7}"#), [wrong("/data_sync/service_sid")]);
    assert_eq!(john(r#""task_router":{"workspace_sid":7}"#), [wrong("/task_router/workspace_sid")]);
    assert_eq!(
        john(r#""video":7,"chat":{"endpoint_id":7},"data_sync":{"service_sid":"a"}"#),
        [
            wrong("/video"),
            wrong("/chat/endpoint_id"),
            at_path(Kind::Missing, "/grants/chat/service_sid", Some(20106)),
            at_path(Kind::Invalid, "/grants/data_sync/service_sid", Some(20106)),
        ]
    );
}

#[test]
fn header_claims_and_times_of_an_access_token_are_inspected() {
    use FindingKind as Kind;
    let good = access_claims(&format!(r#"{{"identity":"a",{VOICE}}}"#));
    let header = |rest: &str| found(&ACCESS_HEADER.replace('}', &format!(",{rest}}}")), &good);
    assert_eq!(header(r#""twr":"ie1""#), []);
    assert_eq!(header(r#""twr":null"#), []);
    assert_eq!(header(r#""twr":"Ireland""#), [at_path(Kind::Invalid, "/twr", None)]);
    assert_eq!(header(r#""twr":7"#), [at_path(Kind::Malformed, "/twr", Some(20102))]);
    assert_eq!(header(r#""kid":"1""#), [at_path(Kind::Unusual, "/kid", None)]);
    assert_eq!(
        found(ACCESS_HEADER, &good.replace("\"1\"", "1")),
        [at_path(Kind::Malformed, "/jti", Some(20101))]
    );
    assert_eq!(
        found(ACCESS_HEADER, &good.replace("jti", "aud")),
        [at_path(Kind::Unusual, "/aud", Some(20101))]
    );
    assert_eq!(
        found(ACCESS_HEADER, &good.replace(KEY_SID, SID)),
        [at_path(Kind::Invalid, "/iss", Some(20103))]
    );
    let timed = |times: &str| found(ACCESS_HEADER, &good.replace("\"exp\":1700003600", times));
    assert_eq!(
        timed("\"exp\":1700000010,\"nbf\":1700000010"),
        [at_path(Kind::NotYetValid, "/nbf", Some(20105)), at_path(Kind::NeverValid, "/exp", None)]
    );
    assert_eq!(timed("\"exp\":1700000010,\"nbf\":1699999999,\"iat\":1700000000"), []);
    assert_eq!(
        timed("\"exp\":1700080000,\"nbf\":1699900000"),
        [at_path(Kind::LifetimeTooLong, "/exp", None)]
    );
    assert_eq!(timed("\"exp\":1700080000,\"nbf\":1699993600"), []);
    assert_eq!(timed("\"exp\":1700000010,\"iat\":1700000001"), [at_path(Kind::IssuedLater, "/iat", None)]);
    let later = good.replace("\"exp\":1700003600", "\"exp\":1700000090,\"iat\":1700000061");
    let words = inspect_at(&sign(ACCESS_HEADER, &later, "key"), at(NOW)).to_string();
    assert!(
        words.ends_with("\nNote: it says that it is issued in 1 minute 1 second: is a clock wrong?"),
        "{words}"
    );
    assert!(!words.contains("Lives for"), "{words}");
}

#[test]
fn a_voice_identity_that_twilio_refuses_is_refused() {
    use std::error::Error;

    let verify = |grants: &str| {
        let token = sign(ACCESS_HEADER, &access_claims(grants), "key");
        let verified = Verifier::access_token(&api_key("key")).verify_at(&token, at(NOW));
        verified.map(drop).map_err(|error| {
            (error.kind(), error.path(), error.twilio_code(), error.source().map(ToString::to_string))
        })
    };
    let grants = |length: usize, grant: &str| format!(r#"{{"identity":"{}",{grant}}}"#, "é".repeat(length));
    assert_eq!(verify(&grants(256, VOICE)), Ok(()));
    let says = "a client name has at most 256 characters, this one has 257".to_owned();
    assert_eq!(
        verify(&grants(257, VOICE)),
        Err((VerifyErrorKind::Malformed, "/grants/identity", Some(31105), Some(says)))
    );
    // Other products take longer ones.
    assert_eq!(verify(&grants(257, r#""video":{}"#)), Ok(()));
}

//! Reading end to end, where it needs keys or parts that are not public.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::claims::{self, Times};
use super::compact::{Compact, MAX_LEN};
use super::{
    FindingKind, Library, MatchedKey, TokenKind, Verifier, VerifyErrorKind, header, inspect, inspect_at,
};
use crate::crypto::{PROVIDER, SigningKey};
use crate::{AccountCredentials, ApiKeyCredentials, ClientCapability, UnixTime};

const SID: &str = "AC0123456789abcdef0123456789abcdef";
const KEY_SID: &str = "SK0123456789abcdef0123456789abcdef";
const SERVICE: &str = "IS0123456789abcdef0123456789abcdef";
const APP: &str = "APfedcba9876543210fedcba9876543210";
const NOW: u64 = 1_700_000_000;

fn account(auth_token: &str) -> AccountCredentials {
    AccountCredentials::new(SID.parse().unwrap(), auth_token.parse().unwrap())
}

fn at(seconds: u64) -> UnixTime {
    UnixTime::from_secs(seconds).unwrap()
}

fn sign(header: &str, claims: &str, auth_token: &str) -> String {
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
    let mac = SigningKey::new(auth_token.as_bytes()).mac(signed.as_bytes());
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(mac))
}

fn claims(scope: &str) -> String {
    format!(r#"{{"scope":"{scope}","iss":"{SID}","exp":{}}}"#, NOW + 3600)
}

const HEADER: &str = r#"{"typ":"JWT","alg":"HS256"}"#;

/// RFC 7515, appendix A.1: a header with a line break in it, and a key that is no text.
#[test]
fn the_example_of_rfc_7515_verifies_before_it_expires() {
    let token = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.\
                 eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.\
                 dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    let key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
    let key = SigningKey::new(&URL_SAFE_NO_PAD.decode(key).unwrap());
    let parts = Compact::split(token, MAX_LEN).unwrap();
    assert!(parts.header.windows(2).any(|pair| pair == b"\r\n"));
    assert_eq!(header::check(&header::parse(&parts.header).unwrap()), Ok(None));
    assert!(key.verifies(parts.signed.as_bytes(), &parts.signature.unwrap()).unwrap());
    let claims = claims::parse(&parts.claims).unwrap();
    assert_eq!(claims::text(&claims, "iss"), Ok("joe"));
    let times = Times::read(&claims).unwrap();
    assert_eq!(times.check(at(1_300_819_379), Duration::ZERO), Ok(()));
    let error = times.check(at(1_300_819_380), Duration::ZERO).unwrap_err();
    assert_eq!(error.kind(), VerifyErrorKind::Expired);

    let inspection = inspect_at(token, at(1_300_819_379));
    assert_eq!((inspection.kind(), inspection.issuer()), (TokenKind::Unknown, Some("joe")));
}

#[test]
fn either_key_matches_and_is_named() {
    let verifier = Verifier::new(&account("next")).or_auth_token("previous".parse().unwrap());
    let verify = |key| verifier.verify_at(&sign(HEADER, &claims(""), key), at(NOW));
    assert_eq!(verify("next").unwrap().matched_key(), MatchedKey::Primary);
    assert_eq!(verify("previous").unwrap().matched_key(), MatchedKey::Secondary);
    assert_eq!(verify("another").unwrap_err().kind(), VerifyErrorKind::Signature);
    let shown = format!("{verifier:?}");
    assert!(
        shown.contains("[redacted]") && !shown.contains("next") && !shown.contains("previous"),
        "{shown}"
    );
}

#[test]
fn the_provider_of_the_credentials_verifies() {
    let provider = jsonwebtoken::crypto::CryptoProvider {
        verifier_factory: |_, _| Err(jsonwebtoken::errors::ErrorKind::InvalidAlgorithm.into()),
        ..PROVIDER.clone()
    };
    let credentials = |provider| {
        AccountCredentials::with_provider(SID.parse().unwrap(), "key".parse().unwrap(), provider).unwrap()
    };
    let token = sign(HEADER, &claims(""), "key");
    assert!(Verifier::new(&credentials(&PROVIDER)).verify_at(&token, at(NOW)).is_ok());
    let error = Verifier::new(&credentials(&provider)).verify_at(&token, at(NOW)).unwrap_err();
    assert_eq!((error.kind(), error.twilio_code()), (VerifyErrorKind::Provider, None));
    assert_eq!(error.to_string(), "the crypto provider could not check the signature");
}

#[test]
fn the_gates_are_passed_in_order() {
    use VerifyErrorKind as Kind;
    let verifier = Verifier::new(&account("key")).max_len(2000);
    let kind = |token: &str| verifier.verify_at(token, at(NOW)).unwrap_err().kind();
    let good = sign(HEADER, &claims(""), "key");
    assert!(verifier.verify_at(&good, at(NOW)).is_ok());
    assert_eq!(kind(&format!("{good}{}.", "=".repeat(2000))), Kind::TooLong);
    // Wrong in each way from here on; the first gate answers.
    let bad = |header: &str, key: &str| sign(header, r#"{"exp":"never"}"#, key);
    assert_eq!(kind(&format!("{}=", bad("{}", "other"))), Kind::Encoding);
    assert_eq!(kind(&bad("{}", "other")), Kind::Algorithm);
    assert_eq!(kind(&bad(HEADER, "other")), Kind::Signature);
    assert_eq!(kind(&bad(HEADER, "key")), Kind::MissingClaim("iss"));
    let claims = |iss: &str, exp: u64, scope: &str| {
        sign(HEADER, &format!(r#"{{"iss":"{iss}","exp":{exp},"scope":"{scope}"}}"#), "key")
    };
    assert_eq!(kind(&claims("AC", NOW, "x")), Kind::Issuer);
    assert_eq!(kind(&claims(SID, NOW, "x")), Kind::Expired);
    assert_eq!(kind(&claims(SID, NOW + 90_000, "x")), Kind::LifetimeTooLong);
    assert_eq!(kind(&claims(SID, NOW + 9, "x")), Kind::Scope);
    assert_eq!(kind(&claims(&SID.to_uppercase(), NOW + 9, "")), Kind::Issuer);
    assert_eq!(kind(&sign(HEADER, "[]", "key")), Kind::Json);
    assert_eq!(kind(&sign(HEADER, r#"{"grants":{}}"#, "key")), Kind::AccessToken);
    assert_eq!(kind(&sign(HEADER, r#"{"policies":[]}"#, "key")), Kind::TaskRouterToken);
    let access = r#"{"typ":"JWT","alg":"HS256","cty":"twilio-fpa;v=1"}"#;
    assert_eq!(kind(&sign(access, "{}", "other")), Kind::AccessToken);
}

#[test]
fn each_error_has_its_code_and_a_sentence() {
    let verifier = Verifier::new(&account("key"));
    for (header, claims, code, sentence) in [
        ("{", "", Some(20102), "the header part is not a JSON object (byte 0 of the header)"),
        ("{}", "", Some(20102), "the header says another algorithm than HS256"),
        (HEADER, "\u{FF}", Some(20101), "the claims part is not a JSON object (byte 0 of the claims)"),
        (HEADER, r#"{"a":1,"a":1}"#, Some(20101), "two members of the same name"),
        (HEADER, "{}", Some(20103), "the claim `iss` is missing"),
        (HEADER, r#"{"iss":1}"#, Some(20103), "the claim `iss` is not a text"),
        (HEADER, r#"{"iss":""}"#, Some(20106), "the claim `scope` is missing"),
        (HEADER, r#"{"iss":"","scope":[]}"#, Some(20106), "the claim `scope` is not a text"),
        (HEADER, r#"{"iss":"","scope":"","exp":1.5}"#, Some(20156), "the claim `exp` is not a whole number"),
        (HEADER, r#"{"iss":"","scope":"","exp":-1}"#, Some(20156), "the claim `exp` is before 1970"),
        (HEADER, r#"{"iss":"","scope":"","exp":1700000000000}"#, Some(20157), "are these milliseconds?"),
        (HEADER, r#"{"iss":"","scope":"","exp":1,"nbf":""}"#, Some(20101), "the claim `nbf` is not a whole"),
        (HEADER, r#"{"iss":"","scope":"","exp":1}"#, Some(20103), "another account issued the token"),
    ] {
        let error = verifier.verify_at(&sign(header, claims, "key"), at(NOW)).unwrap_err();
        assert_eq!(error.twilio_code(), code, "{claims}");
        assert!(error.to_string().contains(sentence), "{error}");
    }
    let error = verifier.verify_at(&sign(HEADER, &claims(""), "other"), at(NOW)).unwrap_err();
    assert_eq!(error.twilio_code(), Some(20107));
    let token = sign(HEADER, &claims("scope:client:listen"), "key");
    let error = verifier.verify_at(&token, at(NOW)).unwrap_err();
    assert_eq!((error.twilio_code(), error.position()), (Some(20106), Some(6)));
    assert_eq!(error.scope().unwrap().position(), 6);
    assert!(!error.is_about_time());
    let error = verifier.verify_at(&token, at(NOW + 3601)).unwrap_err();
    assert_eq!((error.twilio_code(), error.to_string().as_str()), (Some(20104), "the token expired 1 s ago"));
    assert!(error.is_about_time());
    let error = verifier.verify_at(&token, at(NOW - 86_000)).unwrap_err();
    assert_eq!(error.twilio_code(), Some(20157));
    assert!(error.to_string().starts_with("the token lives for 89600 s"), "{error}");
}

#[test]
fn without_a_time_it_is_the_clock_that_counts() {
    let name = "john".parse().unwrap();
    let token = ClientCapability::new().incoming(name).credentials(&account("key")).sign();
    assert!(Verifier::new(&account("key")).verify(token.as_str()).is_ok());
    let before = UnixTime::now();
    let inspection = inspect(token.as_str());
    assert!(before <= inspection.now() && inspection.now() <= UnixTime::now());
    assert!(inspection.findings().is_empty());
    let past = sign(HEADER, &claims(""), "key");
    assert_eq!(Verifier::new(&account("key")).verify(&past).unwrap_err().kind(), VerifyErrorKind::Expired);
}

#[test]
fn an_inspection_explains_a_token_in_words() {
    let scope = format!(
        "scope:client:incoming?clientName=john scope:client:outgoing?appSid={APP}&clientName=john&appParams=user_id%3D7"
    );
    let inspection = inspect_at(&sign(HEADER, &claims(&scope), "key"), at(NOW));
    assert_eq!(
        inspection.to_string(),
        format!(
            "This is a client capability token, read without its key.\n\
             Issued by \"{SID}\".\n\
             Allows to\n  take calls to \"john\"\n  make calls to application \"{APP}\" as \"john\" with \"user_id\" = \"7\"\n\
             Valid until 2023-11-14T23:13:20Z (in 1 hour).\n\
             Likely minted by twilio-capability.\n\
             Without the key, nothing is seen for which Twilio would refuse it."
        )
    );
    assert!(inspection.is_readable() && inspection.findings().is_empty());
    assert_eq!(inspection.minted_by(), [Library::TwilioCapability]);
    assert_eq!((inspection.algorithm(), inspection.now()), (Some("HS256"), at(NOW)));
    let shown = inspect_at("not a token", at(NOW)).to_string();
    assert_eq!(
        shown,
        "This cannot be read as a token.\nTwilio would refuse it:\n  \
         error 20101: a token has three parts with a dot between them (byte 11 of the token)"
    );
}

#[test]
fn each_reason_to_refuse_is_a_finding_with_its_code() {
    use FindingKind as Kind;
    let found = |header: &str, claims: &str| {
        let inspection = inspect_at(&sign(header, claims, "key"), at(NOW));
        let findings = inspection.findings().iter().map(|finding| (finding.kind(), finding.twilio_code()));
        assert!(!inspection.to_string().is_empty());
        findings.collect::<Vec<_>>()
    };
    let scoped = |scope: &str| found(HEADER, &claims(scope));
    let incoming = "scope:client:incoming?clientName=a";
    assert_eq!(scoped(incoming), []);
    assert_eq!(scoped(""), [(Kind::EmptyScope, Some(20106))]);
    assert_eq!(scoped(&format!("{incoming} b")), [(Kind::ScopeInjection, Some(20106))]);
    assert_eq!(scoped(&format!("{incoming} {incoming}")), [(Kind::ScopeInjection, None)]);
    assert_eq!(scoped("scope:client:incoming?clientName=a+b"), [(Kind::ClientName, Some(31105))]);
    assert_eq!(scoped("scope:client:incoming"), [(Kind::ClientName, Some(31105))]);
    assert_eq!(scoped("scope:client:outgoing?appSid=AC00"), [(Kind::ApplicationSid, Some(21218))]);
    let outgoing = format!("scope:client:outgoing?appSid={APP}");
    assert_eq!(scoped(&format!("{outgoing}&appParams=From%3D1")), [(Kind::ShadowedParameter, None)]);
    assert_eq!(scoped(&format!("{outgoing}&appParams=a%3D1%26a%3D2")), [(Kind::RepeatedParameter, None)]);
    assert_eq!(scoped(&format!("{outgoing}&clientName=%C3%A9")), [(Kind::ClientName, Some(31105))]);
    assert_eq!(
        scoped("scope:stream:subscribe?path=/x&params=a%26a"),
        [(Kind::EventsPath, None), (Kind::RepeatedParameter, None)]
    );
    assert_eq!(scoped("scope:client:incoming?clientName=%"), [(Kind::Malformed, Some(20106))]);

    let timed = |times: &str| found(HEADER, &format!(r#"{{"scope":"{incoming}","iss":"{SID}",{times}}}"#));
    assert_eq!(timed("\"exp\":1700000000"), [(Kind::Expired, Some(20104))]);
    assert_eq!(
        timed("\"exp\":1700000001,\"nbf\":1700000001"),
        [(Kind::NotYetValid, Some(20105)), (Kind::NeverValid, None)]
    );
    assert_eq!(timed("\"exp\":1700086401"), [(Kind::LifetimeTooLong, Some(20157))]);
    assert_eq!(
        timed("\"exp\":1700172801,\"nbf\":1700086400"),
        [(Kind::NotYetValid, Some(20105)), (Kind::LifetimeTooLong, Some(20157))]
    );
    // A day from its start on, and more than that from now.
    assert_eq!(timed("\"exp\":1700090001,\"nbf\":1700003601"), [(Kind::NotYetValid, Some(20105))]);
    assert_eq!(
        timed("\"exp\":1699999999,\"nbf\":1700000060"),
        [(Kind::Expired, Some(20104)), (Kind::NotYetValid, Some(20105)), (Kind::NeverValid, None)]
    );
    assert_eq!(
        timed("\"exp\":1699999999,\"iat\":1699913598"),
        [(Kind::Expired, Some(20104)), (Kind::LifetimeTooLong, Some(20157))]
    );
    assert_eq!(
        timed("\"exp\":1700000000,\"nbf\":-1,\"iat\":\"now\""),
        [(Kind::Malformed, Some(20101)), (Kind::Malformed, Some(20101)), (Kind::Expired, Some(20104))]
    );
    assert_eq!(timed("\"exp\":1700086400"), []);
    assert_eq!(timed("\"exp\":1700003600000"), [(Kind::Milliseconds, Some(20157))]);
    assert_eq!(timed("\"exp\":\"1700003600\""), [(Kind::Malformed, Some(20156))]);
    assert_eq!(timed("\"nbf\":1"), [(Kind::Malformed, Some(20156))]);
    assert_eq!(timed("\"exp\":1700000001,\"jti\":1"), [(Kind::UnusualClaim, None)]);

    let issued =
        |iss: &str| found(HEADER, &format!(r#"{{"scope":"{incoming}","iss":{iss},"exp":1700000001}}"#));
    assert_eq!(issued("\"SK0123456789abcdef0123456789abcdef\""), [(Kind::Issuer, Some(20103))]);
    assert_eq!(issued("7"), [(Kind::Issuer, Some(20103))]);

    let good = claims(incoming);
    assert_eq!(found(r#"{"alg":"none"}"#, &good), [(Kind::Malformed, Some(20102))]);
    assert_eq!(found(r#"{"alg":"HS256","kid":"1"}"#, &good), [(Kind::UnusualHeader, None)]);
    assert_eq!(found(r#"{"alg":"HS256","twr":"1"}"#, &good), [(Kind::UnusualHeader, None)]);
    assert_eq!(found("{", "{"), [(Kind::Malformed, Some(20102)), (Kind::Malformed, Some(20101))]);
    let short = sign(HEADER, &good, "key");
    let inspection = inspect_at(&short[..short.len() - 43], at(NOW));
    assert_eq!(inspection.findings()[0].twilio_code(), Some(20107));
}

#[test]
fn a_token_of_another_kind_is_named() {
    let access_header = r#"{"alg":"HS256","typ":"JWT","cty":"twilio-fpa;v=1","twr":"ie1"}"#;
    let access = format!(
        r#"{{"jti":"{KEY_SID}-1","iss":"{KEY_SID}","sub":"{SID}","exp":1700003600,"grants":{{"identity":"a\u001b","voice":{{"incoming":{{"allow":true}}}},"chat":{{"service_sid":"{SERVICE}"}}}}}}"#
    );
    let token = sign(access_header, &access, "key");
    let inspection = inspect_at(&token, at(NOW));
    assert_eq!(inspection.kind(), TokenKind::Access);
    let codes = |token: &str, expected| {
        let inspection = inspect_at(token, at(NOW)).expecting(expected);
        inspection
            .findings()
            .iter()
            .map(|finding| (finding.kind(), finding.twilio_code()))
            .collect::<Vec<_>>()
    };
    let identity = (FindingKind::Identity, Some(31105));
    assert_eq!(codes(&token, TokenKind::Capability), [identity, (FindingKind::OtherToken, Some(31204))]);
    assert_eq!(codes(&token, TokenKind::Access), [identity]);
    assert_eq!(inspection, inspection.clone().expecting(TokenKind::Capability).expecting(TokenKind::Access));
    let grants = inspection.grants().unwrap();
    assert_eq!(grants.identity.as_deref(), Some("a\u{1b}"));
    assert!(grants.voice.is_some() && grants.chat.is_some() && grants.video.is_none());
    assert_eq!((inspection.subject(), inspection.region()), (Some(SID), Some("ie1")));
    let words = inspection.to_string();
    assert!(
        words.contains("\nIn the region \"ie1\".\nFor the user \"a\\u{1b}\".\nGrants\n  Voice: take calls\n"),
        "{words}"
    );

    let capability = ClientCapability::new().incoming("a".parse().unwrap()).credentials(&account("key"));
    let token = capability.sign_at(at(NOW));
    assert_eq!(codes(token.as_str(), TokenKind::Access), [(FindingKind::OtherToken, Some(20102))]);
    let router = format!(r#"{{"iss":"{SID}","exp":1700003600,"policies":[]}}"#);
    let token = sign(HEADER, &router, "key");
    assert_eq!(codes(&token, TokenKind::Capability), [(FindingKind::OtherToken, Some(31204))]);
    assert_eq!(codes(&token, TokenKind::TaskRouter), []);
    let token = sign(access_header, r#"{"iss":"AC","sub":7,"exp":1700003600}"#, "key");
    assert_eq!(
        codes(&sign(HEADER, &access, "key"), TokenKind::Access),
        [(FindingKind::Malformed, Some(20102)), (FindingKind::Identity, Some(31105))]
    );
    // The claims tell the kind, and the sentence what is missing.
    let words = inspect_at(&sign(HEADER, &access, "key"), at(NOW)).to_string();
    assert!(
        words.contains("error 20102: the header of an access token has `cty` \"twilio-fpa;v=1\""),
        "{words}"
    );
    let words = inspect_at(&sign(r#"{"alg":"none"}"#, &access, "key"), at(NOW)).to_string();
    assert!(words.contains("error 20102: the header says another algorithm than HS256"), "{words}");
    // One half tells the kind; of what has neither, none is told.
    let half = codes(&sign("{", &access, "key"), TokenKind::Capability);
    assert_eq!(half.last(), Some(&(FindingKind::OtherToken, Some(31204))));
    assert!(!codes("not a token", TokenKind::Capability).contains(&(FindingKind::OtherToken, Some(31204))));
    let unknown = sign(HEADER, &format!(r#"{{"iss":"{SID}","exp":1700003600}}"#), "key");
    assert_eq!(
        codes(&unknown, TokenKind::Capability),
        [(FindingKind::Malformed, Some(20106)), (FindingKind::OtherToken, Some(31204))]
    );
    let malformed = [
        (FindingKind::Issuer, Some(20103)),
        (FindingKind::Issuer, Some(20103)),
        (FindingKind::Malformed, Some(20106)),
    ];
    assert_eq!(codes(&token, TokenKind::Access), malformed);
}

#[test]
fn an_inspection_hands_out_what_it_read() {
    let claims = format!(
        r#"{{"scope":"scope:client:incoming?clientName=a","iss":"{SID}","exp":1700003600,"nbf":1699999999,"iat":1700000000}}"#
    );
    let inspection = inspect_at(&sign(HEADER, &claims, "key"), at(NOW));
    assert_eq!(inspection.scopes().unwrap().to_string(), "take calls to \"a\"");
    assert_eq!(inspection.expires_at(), Some(at(NOW + 3600)));
    assert_eq!(inspection.not_before(), Some(at(NOW - 1)));
    assert_eq!(inspection.issued_at(), Some(at(NOW)));
    assert!(inspection.is_readable());
    let words = inspection.to_string();
    assert!(words.contains("\nValid from 2023-11-14T22:13:19Z (1 second ago).\n"), "{words}");
    assert!(words.contains("\nLives for 1 hour.\n"), "{words}");

    // One half that can be read is read, and is no token.
    for (header, claims, issuer) in [("{", &*claims, Some(SID)), (HEADER, "{", None)] {
        let inspection = inspect_at(&sign(header, claims, "key"), at(NOW));
        assert!(!inspection.is_readable());
        assert_eq!(inspection.issuer(), issuer);
        assert!(inspection.to_string().starts_with("This cannot be read as a token.\n"));
    }

    let words = |claims: &str| inspect_at(&sign(HEADER, claims, "key"), at(NOW)).to_string();
    let empty = words(&format!(r#"{{"scope":"","iss":"{SID}","exp":1700000000}}"#));
    assert!(
        empty.contains("\nAllows nothing.\nValid until 2023-11-14T22:13:20Z (0 seconds ago).\n"),
        "{empty}"
    );
    assert!(empty.contains("\n  error 20104: it expired 0 seconds ago"), "{empty}");
    let later = words(&format!(r#"{{"scope":"","iss":"{SID}","exp":1700090000,"nbf":1700000061}}"#));
    assert!(later.contains("\n  error 20105: it starts in 1 minute 1 second"), "{later}");
    let long = words(&format!(r#"{{"scope":"","iss":"{SID}","exp":1700090000}}"#));
    assert!(
        long.contains("\n  error 20157: it lives for 1 day 1 hour or more, at most 24 hours are allowed"),
        "{long}"
    );
    let early = words(&format!(r#"{{"scope":"","iss":"{SID}","exp":-1}}"#));
    assert!(early.contains("\n  error 20156: the claim `exp` is before 1970"), "{early}");
    let odd = words(&format!(r#"{{"scope":"","iss":"{SID}","exp":1700003600,"aud":"x"}}"#));
    assert!(
        odd.ends_with(
            "\nNote: there is a claim \"aud\", which capability tokens of Twilio's libraries do not have"
        ),
        "{odd}"
    );
}

#[test]
fn an_error_leads_to_its_cause_and_each_kind_has_its_code() {
    use std::error::Error;

    assert_eq!(MAX_LEN, 16_384);
    let verifier = Verifier::new(&account("key"));
    let error = |claims: &str| verifier.verify_at(&sign(HEADER, claims, "key"), at(NOW)).unwrap_err();
    let scope = error(&claims("scope:client:listen"));
    assert_eq!(scope.source().unwrap().to_string(), scope.to_string());
    let access = error(r#"{"grants":{}}"#);
    assert!(access.source().is_none());
    assert_eq!((access.twilio_code(), error(r#"{"policies":[]}"#).twilio_code()), (Some(31204), Some(31204)));
    let negative = error(&format!(r#"{{"scope":"","iss":"{SID}","exp":-1}}"#));
    assert_eq!((negative.kind(), negative.is_too_large()), (VerifyErrorKind::ClaimRange("exp"), false));
    let range =
        inspect_at(&sign(HEADER, &format!(r#"{{"scope":"","iss":"{SID}","exp":-1}}"#), "key"), at(NOW));
    assert_eq!(range.findings()[0].kind(), FindingKind::Malformed);
}

#[test]
fn scopes_are_explained_in_words() {
    let words = |claim: &str| claim.parse::<super::ReadScopes>().unwrap().to_string();
    assert_eq!(
        words("scope:client:incoming?clientName=a scope:stream:subscribe?path=/2010-04-01/Events"),
        "take calls to \"a\"; read the account's events"
    );
    assert_eq!(
        words("scope:stream:subscribe?path=/x&params=a%3D1%26b%3D%0A scope:client:incoming"),
        "read the account's events at \"/x\" with \"a\" = \"1\" and \"b\" = \"\\n\"; take calls, to nobody in particular"
    );
    assert_eq!(words("scope:client:outgoing?appSid=AP"), "make calls to application \"AP\"");
    let error = "scope:client:incoming x".parse::<super::ReadScopes>().unwrap_err();
    assert_eq!(error.to_string(), "byte 22 of the scope: this word is no scope, scopes start with `scope:`");
    let error = "scope:client:incoming?clientName".parse::<super::ReadScopes>().unwrap_err();
    assert_eq!(error.to_string(), "byte 22 of the scope: this key has no value");
    let error = crate::Scopes::try_from(&"scope:client:incoming".parse().unwrap()).unwrap_err();
    assert_eq!(error.to_string(), "a client name is missing");
}

#[test]
fn a_verified_capability_hands_out_what_was_verified() {
    let claims = format!(
        r#"{{"scope":"scope:client:incoming?clientName=a","iss":"{SID}","exp":1700000010,"nbf":1700000001,"iat":1700000000}}"#
    );
    let token = sign(HEADER, &claims, "key");
    let verifier = Verifier::new(&account("key"));
    let capability = verifier.verify_at(&token, at(NOW + 1)).unwrap();
    assert_eq!(capability.scopes().to_string(), "take calls to \"a\"");
    assert_eq!(capability.expires_at(), at(NOW + 10));
    assert_eq!((capability.not_before(), capability.issued_at()), (Some(at(NOW + 1)), Some(at(NOW))));
    assert_eq!(capability.issuer().as_str(), SID);

    assert!(verifier.verify_at(&token, at(NOW + 12)).is_err());
    let lenient = verifier.leeway(Duration::from_millis(3999));
    assert!(lenient.verify_at(&token, at(NOW + 12)).is_ok());
    assert!(lenient.verify_at(&token, at(NOW - 2)).is_ok());
    // Only whole seconds count.
    assert!(lenient.verify_at(&token, at(NOW + 13)).is_err());
}

const ACCESS_HEADER: &str = r#"{"typ":"JWT","alg":"HS256","cty":"twilio-fpa;v=1"}"#;

fn api_key(secret: &str) -> ApiKeyCredentials {
    ApiKeyCredentials::new(SID.parse().unwrap(), KEY_SID.parse().unwrap(), secret.parse().unwrap())
}

fn access_claims(grants: &str) -> String {
    format!(r#"{{"iss":"{KEY_SID}","sub":"{SID}","jti":"1","exp":{},"grants":{grants}}}"#, NOW + 3600)
}

#[test]
fn an_access_token_passes_the_gates_in_order() {
    use VerifyErrorKind as Kind;
    let verifier = Verifier::new(&api_key("key")).max_len(2000);
    let refusal = |token: &str| {
        let error = verifier.verify_at(token, at(NOW)).unwrap_err();
        (error.kind(), error.twilio_code(), error.to_string())
    };
    let kind = |token: &str| refusal(token).0;
    let good = sign(ACCESS_HEADER, &access_claims("{}"), "key");
    assert!(verifier.verify_at(&good, at(NOW)).is_ok());
    assert_eq!(kind(&format!("{good}{}.", "=".repeat(2000))), Kind::TooLong);
    let bad = |header: &str, key: &str| sign(header, r#"{"exp":"never"}"#, key);
    assert_eq!(kind(&format!("{}=", bad("{}", "other"))), Kind::Encoding);
    assert_eq!(kind(&bad("{}", "other")), Kind::Algorithm);
    let (kind_of_header, code, says) = refusal(&bad(HEADER, "other"));
    assert_eq!((kind_of_header, code), (Kind::CapabilityToken, Some(20102)));
    assert!(says.contains("this may be a capability token, which an auth token signs"), "{says}");
    let (kind_of_region, code, says) =
        refusal(&bad(r#"{"alg":"HS256","cty":"twilio-fpa;v=1","twr":7}"#, "other"));
    assert_eq!((kind_of_region, code), (Kind::Region, Some(20102)));
    assert_eq!(says, "the region that the header names (`twr`) is not a text");
    assert_eq!(kind(&bad(ACCESS_HEADER, "other")), Kind::Signature);
    assert_eq!(kind(&bad(ACCESS_HEADER, "key")), Kind::MissingClaim("iss"));
    let claims = |iss: &str, sub: &str, rest: &str| {
        sign(ACCESS_HEADER, &format!(r#"{{"iss":"{iss}","sub":"{sub}",{rest}}}"#), "key")
    };
    assert_eq!(kind(&sign(ACCESS_HEADER, r#"{"iss":"x"}"#, "key")), Kind::MissingClaim("sub"));
    assert_eq!(refusal(&sign(ACCESS_HEADER, r#"{"iss":"x","sub":1}"#, "key")).1, Some(20103));
    assert_eq!(kind(&claims("x", "x", r#""jti":1"#)), Kind::ClaimType("jti"));
    assert_eq!(kind(&claims("x", "x", r#""jti":"1""#)), Kind::MissingClaim("exp"));
    assert_eq!(kind(&claims("x", "x", r#""exp":1"#)), Kind::MissingClaim("grants"));
    let (issuer, code, says) = refusal(&claims(SID, SID, r#""exp":1,"grants":{}"#));
    assert_eq!((issuer, code, &*says), (Kind::Issuer, Some(20103), "another API key issued the token"));
    let (subject, code, says) = refusal(&claims(KEY_SID, KEY_SID, r#""exp":1,"grants":{}"#));
    assert_eq!((subject, code, &*says), (Kind::Subject, Some(20103), "the token is for another account"));
    assert_eq!(kind(&claims(KEY_SID, SID, r#""exp":1,"grants":{}"#)), Kind::Expired);
    assert_eq!(kind(&claims(KEY_SID, SID, r#""exp":1700090000,"grants":{}"#)), Kind::LifetimeTooLong);
}

#[test]
fn a_key_signs_for_itself_alone() {
    let other_sid = "SKfedcba9876543210fedcba9876543210";
    let other =
        ApiKeyCredentials::new(SID.parse().unwrap(), other_sid.parse().unwrap(), "other".parse().unwrap());
    let verifier = Verifier::new(&api_key("key")).or_api_key(&other);
    let verify = |iss: &str, key: &str| {
        let claims = access_claims("{}").replace(KEY_SID, iss);
        verifier.verify_at(&sign(ACCESS_HEADER, &claims, key), at(NOW)).map_err(|error| error.kind())
    };
    assert_eq!(verify(KEY_SID, "key").unwrap().matched_key(), MatchedKey::Primary);
    let second = verify(other_sid, "other").unwrap();
    assert_eq!((second.matched_key(), second.api_key_sid().as_str()), (MatchedKey::Secondary, other_sid));
    assert_eq!(verify(other_sid, "key"), Err(VerifyErrorKind::Issuer));
    assert_eq!(verify(KEY_SID, "other"), Err(VerifyErrorKind::Issuer));
    assert_eq!(verify(KEY_SID, "third"), Err(VerifyErrorKind::Signature));
}

#[test]
fn each_kind_of_token_is_named_to_whom_expects_the_other() {
    let capability = sign(HEADER, &claims(""), "key");
    let access = sign(ACCESS_HEADER, &access_claims("{}"), "key");
    assert!(Verifier::new(&account("key")).verify_at(&capability, at(NOW)).is_ok());
    assert!(Verifier::new(&api_key("key")).verify_at(&access, at(NOW)).is_ok());
    let error = Verifier::new(&account("key")).verify_at(&access, at(NOW)).unwrap_err();
    assert_eq!(error.kind(), VerifyErrorKind::AccessToken);
    let error = Verifier::new(&api_key("key")).verify_at(&capability, at(NOW)).unwrap_err();
    assert_eq!(error.kind(), VerifyErrorKind::CapabilityToken);
}

#[test]
fn an_inspection_explains_an_access_token_in_words() {
    let grants = format!(
        r#"{{"identity":"john","voice":{{"incoming":{{"allow":true}},"outgoing":{{"application_sid":"{APP}","params":{{"n":7}}}}}},"video":{{"room":"daily"}}}}"#
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
             Grants\n  Voice: take calls, make calls to application \"{APP}\" with \"n\" = 7\n  Video: enter room \"daily\"\n\
             Valid until 2023-11-14T23:13:20Z (in 1 hour).\n\
             Likely minted by twilio-capability.\n\
             Without the key, nothing is seen for which Twilio would refuse it."
        )
    );
    let nothing = inspect_at(&sign(ACCESS_HEADER, &access_claims("{}"), "key"), at(NOW)).to_string();
    assert!(nothing.contains("\nFor nobody in particular.\nGrants nothing.\n"), "{nothing}");
}

#[test]
fn each_reason_to_refuse_an_access_token_is_a_finding_with_its_code() {
    use FindingKind as Kind;
    let found = |header: &str, claims: &str| {
        let inspection = inspect_at(&sign(header, claims, "key"), at(NOW)).expecting(TokenKind::Access);
        assert_eq!(inspection.kind(), TokenKind::Access);
        let findings = inspection.findings().iter().map(|finding| (finding.kind(), finding.twilio_code()));
        findings.collect::<Vec<_>>()
    };
    let granted = |grants: &str| found(ACCESS_HEADER, &access_claims(grants));
    let john = |rest: &str| granted(&format!(r#"{{"identity":"john",{rest}}}"#));
    assert_eq!(granted("{}"), [(Kind::EmptyGrant, Some(20106)), (Kind::Identity, None)]);
    assert_eq!(granted(r#"{"video":{}}"#), [(Kind::Identity, None)]);
    assert_eq!(granted(r#"{"identity":"","video":{}}"#), [(Kind::Identity, None)]);
    let voice = r#""voice":{"incoming":{"allow":true}}"#;
    assert_eq!(granted(&format!("{{{voice}}}")), [(Kind::Identity, Some(31204))]);
    assert_eq!(granted(&format!(r#"{{"identity":"",{voice}}}"#)), [(Kind::Identity, Some(31204))]);
    assert_eq!(granted(&format!(r#"{{"identity":"a@b",{voice}}}"#)), [(Kind::Identity, Some(31105))]);
    assert_eq!(granted(r#"{"identity":"a@b","video":{}}"#), []);
    assert_eq!(john(voice), []);
    assert_eq!(john(r#""voice":{}"#), [(Kind::EmptyGrant, None)]);
    assert_eq!(john(r#""voice":{"outgoing":{}}"#), [(Kind::ApplicationSid, Some(21218))]);
    let calls = |app: &str, params: &str| {
        john(&format!(r#""voice":{{"outgoing":{{"application_sid":"{app}","params":{params}}}}}"#))
    };
    assert_eq!(calls(APP, r#"{"a":1}"#), []);
    assert_eq!(calls(SID, "{}"), [(Kind::ApplicationSid, Some(21218))]);
    assert_eq!(calls(APP, r#"{"From":1}"#), [(Kind::ShadowedParameter, None)]);
    assert_eq!(
        john(r#""voice":{"incoming":{"allow":true},"push_credential_sid":"CR"}"#),
        [(Kind::GrantSid, Some(20106))]
    );
    assert_eq!(john(r#""chat":{}"#), [(Kind::EmptyGrant, Some(20106))]);
    assert_eq!(
        john(r#""chat":{"service_sid":"a","deployment_role_sid":"b","push_credential_sid":"c"}"#),
        [(Kind::GrantSid, Some(20106)); 3]
    );
    assert_eq!(john(&format!(r#""chat":{{"service_sid":"{SERVICE}"}}"#)), []);
    assert_eq!(john(r#""data_sync":{}"#), [(Kind::EmptyGrant, Some(20106))]);
    assert_eq!(john(&format!(r#""data_sync":{{"service_sid":"{SID}"}}"#)), [(Kind::GrantSid, Some(20106))]);
    assert_eq!(john(r#""task_router":{}"#), [(Kind::EmptyGrant, Some(20106))]);
    let workspace = SID.replace("AC", "WS");
    assert_eq!(
        john(&format!(r#""task_router":{{"workspace_sid":"{workspace}","worker_sid":"{workspace}"}}"#)),
        [(Kind::GrantSid, Some(20106))]
    );
    assert_eq!(john(r#""video":{},"new":{}"#), [(Kind::UnknownGrant, None)]);
    assert_eq!(john(r#""video":{"room":""}"#), [(Kind::EmptyGrant, None)]);
    assert_eq!(john(r#""player":{}"#), [(Kind::EmptyGrant, None)]);
    assert_eq!(granted("[]"), [(Kind::Malformed, Some(20106))]);
    assert_eq!(john(r#""voice":7"#), [(Kind::Malformed, Some(20106))]);
    // What has a wrong type is not said to be missing as well, and hides nothing of the rest.
    let wrong = (Kind::Malformed, Some(20106));
    let inspection = inspect_at(&sign(ACCESS_HEADER, &access_claims(r#"{"identity":7}"#), "key"), at(NOW));
    assert!(
        inspection.to_string().contains("\nFor a user that cannot be read.\nGrants nothing.\n"),
        "{inspection}"
    );
    assert_eq!(granted(r#"{"identity":7}"#), [wrong, (Kind::EmptyGrant, Some(20106))]);
    assert_eq!(granted(r#"{"identity":7,"video":{}}"#), [wrong]);
    assert_eq!(granted(r#"{"voice":7}"#), [wrong, (Kind::Identity, Some(31204))]);
    assert_eq!(granted(r#"{"identity":"a@b","voice":7}"#), [wrong, (Kind::Identity, Some(31105))]);
    assert_eq!(granted(&format!(r#"{{"identity":7,{voice}}}"#)), [wrong]);
    for voice in [r#"{"incoming":7}"#, r#"{"incoming":{"allow":7}}"#, r#"{"outgoing":7}"#] {
        assert_eq!(john(&format!(r#""voice":{voice}"#)), [wrong], "{voice}");
    }
    assert_eq!(john(r#""voice":{"outgoing":{"application_sid":7}}"#), [wrong]);
    assert_eq!(john(r#""chat":{"service_sid":7}"#), [wrong]);
    assert_eq!(john(r#""data_sync":{"service_sid":7}"#), [wrong]);
    assert_eq!(john(r#""task_router":{"workspace_sid":7}"#), [wrong]);
    assert_eq!(
        john(r#""video":7,"chat":{"endpoint_id":7},"data_sync":{"service_sid":"a"}"#),
        [wrong, wrong, (Kind::EmptyGrant, Some(20106)), (Kind::GrantSid, Some(20106))]
    );

    let good = access_claims(r#"{"identity":"a","video":{}}"#);
    let header = |rest: &str| found(&ACCESS_HEADER.replace('}', &format!(",{rest}}}")), &good);
    assert_eq!(header(r#""twr":"ie1""#), []);
    assert_eq!(header(r#""twr":null"#), []);
    assert_eq!(header(r#""twr":"Ireland""#), [(Kind::Region, None)]);
    assert_eq!(header(r#""twr":7"#), [(Kind::Malformed, Some(20102))]);
    assert_eq!(header(r#""kid":"1""#), [(Kind::UnusualHeader, None)]);
    assert_eq!(found(ACCESS_HEADER, &good.replace("\"1\"", "1")), [(Kind::Malformed, Some(20101))]);
    assert_eq!(found(ACCESS_HEADER, &good.replace("jti", "aud")), [(Kind::UnusualClaim, None)]);
    assert_eq!(found(ACCESS_HEADER, &good.replace(KEY_SID, SID)), [(Kind::Issuer, Some(20103))]);
    let timed = |times: &str| found(ACCESS_HEADER, &good.replace("\"exp\":1700003600", times));
    assert_eq!(
        timed("\"exp\":1700000010,\"nbf\":1700000010"),
        [(Kind::NotYetValid, Some(20105)), (Kind::NeverValid, None)]
    );
    assert_eq!(timed("\"exp\":1700000010,\"nbf\":1699999999,\"iat\":1700000000"), []);
    assert_eq!(timed("\"exp\":1700080000,\"nbf\":1699900000"), [(Kind::LifetimeTooLong, None)]);
    assert_eq!(timed("\"exp\":1700080000,\"nbf\":1699993600"), []);
    assert_eq!(timed("\"exp\":1700000010,\"iat\":1700000001"), [(Kind::IssuedLater, None)]);
    let later = good.replace("\"exp\":1700003600", "\"exp\":1700000090,\"iat\":1700000061");
    let words = inspect_at(&sign(ACCESS_HEADER, &later, "key"), at(NOW)).to_string();
    assert!(
        words.ends_with("\nNote: it says that it is issued in 1 minute 1 second: is a clock wrong?"),
        "{words}"
    );
    assert!(!words.contains("Lives for"), "{words}");
}

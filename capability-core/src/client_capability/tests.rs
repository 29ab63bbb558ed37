//! Tests of whole client capability tokens that need keys or items that are not public.

use std::time::Duration;

use super::builder::ClientCapability;
use super::read_scopes::ReadScopes;
use super::scope_error::ScopeError;
use super::scopes::Scopes;
use crate::families::{inspect, inspect_at};
use crate::inspect::{FindingKind, Library};
use crate::jwt::{MAX_LEN, TokenKind, VerifyErrorKind};
#[cfg(feature = "jsonwebtoken")]
use crate::keys::{AccountCredentials, PROVIDER};
use crate::tests::{APP, HEADER, NOW, SID, account, at, capability_claims, chain, sign};
use crate::values::UnixTime;
use crate::verify::{MatchedKey, Verifier};

#[test]
fn a_verified_token_says_which_key_matched() {
    let verifier = Verifier::capability(&account("next")).or_auth_token("previous".parse().unwrap());
    let verify = |key| verifier.verify_at(&sign(HEADER, &capability_claims(""), key), at(NOW));
    assert_eq!(verify("next").unwrap().matched_key(), MatchedKey::Primary);
    assert_eq!(verify("previous").unwrap().matched_key(), MatchedKey::Secondary);
    assert_eq!(verify("another").unwrap_err().kind(), VerifyErrorKind::Signature);
    let shown = format!("{verifier:?}");
    assert!(
        shown.contains("[redacted]") && !shown.contains("next") && !shown.contains("previous"),
        "{shown}"
    );
}

#[cfg(feature = "jsonwebtoken")]
#[test]
fn a_provider_that_fails_with_the_second_auth_token_verifies_nothing_with_it() {
    let provider = jsonwebtoken::crypto::CryptoProvider {
        verifier_factory: |algorithm, key| match key.try_get_as_bytes()? {
            b"previous" => Err(jsonwebtoken::errors::ErrorKind::InvalidKeyFormat.into()),
            _ => (PROVIDER.verifier_factory)(algorithm, key),
        },
        ..PROVIDER.clone()
    };
    let credentials =
        AccountCredentials::with_provider(SID.parse().unwrap(), "next".parse().unwrap(), &provider).unwrap();
    let verifier = |second: &str| Verifier::capability(&credentials).or_auth_token(second.parse().unwrap());
    let verify =
        |second, key| verifier(second).verify_at(&sign(HEADER, &capability_claims(""), key), at(NOW));
    assert_eq!(verify("previous", "next").unwrap().matched_key(), MatchedKey::Primary);
    assert_eq!(verify("previous", "previous").unwrap_err().kind(), VerifyErrorKind::Provider);
    assert_eq!(verify("previous", "another").unwrap_err().kind(), VerifyErrorKind::Provider);
    assert_eq!(verify("other", "other").unwrap().matched_key(), MatchedKey::Secondary);
    assert_eq!(verify("other", "another").unwrap_err().kind(), VerifyErrorKind::Signature);
}

#[cfg(feature = "jsonwebtoken")]
#[test]
fn the_provider_of_the_credentials_verifies() {
    use std::sync::atomic::{AtomicBool, Ordering};
    static WORKS: AtomicBool = AtomicBool::new(true);
    let provider = jsonwebtoken::crypto::CryptoProvider {
        verifier_factory: |algorithm, key| {
            if !WORKS.load(Ordering::Relaxed) {
                return Err(jsonwebtoken::errors::ErrorKind::InvalidAlgorithm.into());
            }
            (PROVIDER.verifier_factory)(algorithm, key)
        },
        ..PROVIDER.clone()
    };
    let credentials =
        AccountCredentials::with_provider(SID.parse().unwrap(), "key".parse().unwrap(), &provider).unwrap();
    let verifier = Verifier::capability(&credentials);
    let token = sign(HEADER, &capability_claims(""), "key");
    let forged = sign(HEADER, &capability_claims(""), "another");
    assert!(verifier.verify_at(&token, at(NOW)).is_ok());
    assert_eq!(verifier.verify_at(&forged, at(NOW)).unwrap_err().kind(), VerifyErrorKind::Signature);
    WORKS.store(false, Ordering::Relaxed);
    for token in [&token, &forged] {
        let error = verifier.verify_at(token, at(NOW)).unwrap_err();
        assert_eq!((error.kind(), error.twilio_code()), (VerifyErrorKind::Provider, None));
        assert_eq!(error.to_string(), "the crypto provider could not check the signature");
    }
}

#[test]
fn a_token_is_checked_in_the_documented_order() {
    use VerifyErrorKind as Kind;
    let verifier = Verifier::capability(&account("key")).max_len(2000);
    let kind = |token: &str| verifier.verify_at(token, at(NOW)).unwrap_err().kind();
    let place = |token: &str| {
        let error = verifier.verify_at(token, at(NOW)).unwrap_err();
        (error.kind(), error.path())
    };
    let good = sign(HEADER, &capability_claims(""), "key");
    assert!(verifier.verify_at(&good, at(NOW)).is_ok());
    assert_eq!(kind(&format!("{good}{}.", "=".repeat(2000))), Kind::TooLong);
    // These tokens are wrong in several ways. The error is about the first check.
    let bad = |header: &str, key: &str| sign(header, r#"{"exp":"never"}"#, key);
    assert_eq!(kind(&format!("{}=", bad("{}", "other"))), Kind::Encoding);
    assert_eq!(kind(&bad("{}", "other")), Kind::Algorithm);
    assert_eq!(kind(&bad(HEADER, "other")), Kind::Signature);
    assert_eq!(place(&bad(HEADER, "key")), (Kind::Missing, "/iss"));
    let claims = |iss: &str, exp: u64, scope: &str| {
        sign(HEADER, &format!(r#"{{"iss":"{iss}","exp":{exp},"scope":"{scope}"}}"#), "key")
    };
    assert_eq!(place(&claims("AC", NOW, "x")), (Kind::Mismatch, "/iss"));
    assert_eq!(kind(&claims(SID, NOW, "x")), Kind::Expired);
    assert_eq!(kind(&claims(SID, NOW + 90_000, "x")), Kind::LifetimeTooLong);
    assert_eq!(place(&claims(SID, NOW + 9, "x")), (Kind::Malformed, "/scope"));
    assert_eq!(place(&claims(&SID.to_uppercase(), NOW + 9, "")), (Kind::Mismatch, "/iss"));
    assert_eq!(kind(&sign(HEADER, "[]", "key")), Kind::Json);
    assert_eq!(kind(&sign(HEADER, r#"{"grants":{}}"#, "key")), Kind::OtherToken(TokenKind::Access));
    assert_eq!(kind(&sign(HEADER, r#"{"policies":[]}"#, "key")), Kind::OtherToken(TokenKind::TaskRouter));
    let access = r#"{"typ":"JWT","alg":"HS256","cty":"twilio-fpa;v=1"}"#;
    assert_eq!(kind(&sign(access, "{}", "other")), Kind::OtherToken(TokenKind::Access));
}

#[test]
fn each_error_has_its_code_and_its_message() {
    let verifier = Verifier::capability(&account("key"));
    for (header, claims, code, sentence) in [
        ("{", "", Some(20102), "the header part is not a JSON object (byte 1 of the header)"),
        ("{}", "", Some(20102), "the header's `alg` is not HS256"),
        (HEADER, "\u{FF}", Some(20101), "the claims part is not a JSON object (byte 0 of the claims)"),
        (HEADER, r#"{"a":1,"a":1}"#, Some(20101), "two members of the same name"),
        (HEADER, "{}", Some(20103), "the claim `iss` is missing"),
        (HEADER, r#"{"iss":1}"#, Some(20103), "the claim `iss` is not a string"),
        (HEADER, r#"{"iss":""}"#, Some(20106), "the claim `scope` is missing"),
        (HEADER, r#"{"iss":"","scope":[]}"#, Some(20106), "the claim `scope` is not a string"),
        (HEADER, r#"{"iss":"","scope":"","exp":1.5}"#, Some(20156), "the claim `exp` is not a whole number"),
        (HEADER, r#"{"iss":"","scope":"","exp":-1}"#, Some(20156), "the claim `exp` is before 1970"),
        (HEADER, r#"{"iss":"","scope":"","exp":1700000000000}"#, Some(20157), "are these milliseconds?"),
        (HEADER, r#"{"iss":"","scope":"","exp":1,"nbf":""}"#, Some(20101), "the claim `nbf` is not a whole"),
        (HEADER, r#"{"iss":"","scope":"","exp":1}"#, Some(20103), "the token was issued by another account"),
    ] {
        let error = verifier.verify_at(&sign(header, claims, "key"), at(NOW)).unwrap_err();
        assert_eq!(error.twilio_code(), code, "{claims}");
        assert!(error.to_string().contains(sentence), "{error}");
    }
    let error = verifier.verify_at(&sign(HEADER, &capability_claims(""), "other"), at(NOW)).unwrap_err();
    assert_eq!(error.twilio_code(), Some(20107));
    let token = sign(HEADER, &capability_claims("scope:client:listen"), "key");
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
fn verify_uses_the_clock_of_the_system() {
    let name = "john".parse().unwrap();
    let token = ClientCapability::new().incoming(name).credentials(&account("key")).sign();
    assert!(Verifier::capability(&account("key")).verify(token.as_str()).is_ok());
    let before = UnixTime::now();
    let inspection = inspect(token.as_str());
    assert!(before <= inspection.now() && inspection.now() <= UnixTime::now());
    assert!(inspection.findings().is_empty());
    let past = sign(HEADER, &capability_claims(""), "key");
    assert_eq!(
        Verifier::capability(&account("key")).verify(&past).unwrap_err().kind(),
        VerifyErrorKind::Expired
    );
}

#[test]
fn an_inspection_describes_a_token_in_english() {
    let scope = format!(
        "scope:client:incoming?clientName=john scope:client:outgoing?appSid={APP}&clientName=john&appParams=user_id%3D7"
    );
    let inspection = inspect_at(&sign(HEADER, &capability_claims(&scope), "key"), at(NOW));
    assert_eq!(
        inspection.to_string(),
        format!(
            "This is a client capability token, read without its key.\n\
             Issued by \"{SID}\".\n\
             Its holder\n  can receive calls to \"john\"\n  can make calls to application \"{APP}\" as \"john\" with \"user_id\" = \"7\"\n\
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
        assert!(!inspection.to_string().is_empty());
        let findings = inspection.findings().iter();
        findings
            .map(|finding| (finding.kind(), finding.path().to_owned(), finding.twilio_code()))
            .collect::<Vec<_>>()
    };
    let at_path = |kind, path: &str, code| (kind, path.to_owned(), code);
    let scope = |kind, code| at_path(kind, "/scope", code);
    let exp = |kind, code| at_path(kind, "/exp", code);
    let nbf = |kind, code| at_path(kind, "/nbf", code);
    let scoped = |scope: &str| found(HEADER, &capability_claims(scope));
    let incoming = "scope:client:incoming?clientName=a";
    assert_eq!(scoped(incoming), []);
    assert_eq!(scoped(""), [scope(Kind::Empty, Some(20106))]);
    assert_eq!(scoped(&format!("{incoming} b")), [scope(Kind::Injection, Some(20106))]);
    assert_eq!(scoped(&format!("{incoming} {incoming}")), [scope(Kind::Injection, None)]);
    assert_eq!(scoped("scope:client:incoming?clientName=a+b"), [scope(Kind::Invalid, Some(31105))]);
    assert_eq!(scoped("scope:client:incoming?clientName=a-b"), [scope(Kind::Invalid, None)]);
    assert_eq!(scoped("scope:client:incoming"), [scope(Kind::Missing, Some(31105))]);
    assert_eq!(scoped("scope:client:outgoing?appSid=AC00"), [scope(Kind::Invalid, Some(21218))]);
    let outgoing = format!("scope:client:outgoing?appSid={APP}");
    assert_eq!(scoped(&format!("{outgoing}&appParams=From%3D1")), [scope(Kind::Reserved, None)]);
    assert_eq!(scoped(&format!("{outgoing}&appParams=a%3D1%26a%3D2")), [scope(Kind::Repeated, None)]);
    assert_eq!(scoped(&format!("{outgoing}&clientName=%C3%A9")), [scope(Kind::Invalid, None)]);
    assert_eq!(
        scoped("scope:stream:subscribe?path=/x&params=a%26a"),
        [scope(Kind::Unknown, None), scope(Kind::Repeated, None)]
    );
    assert_eq!(scoped("scope:client:incoming?clientName=%"), [scope(Kind::Malformed, Some(20106))]);

    let timed = |times: &str| found(HEADER, &format!(r#"{{"scope":"{incoming}","iss":"{SID}",{times}}}"#));
    assert_eq!(timed("\"exp\":1700000000"), [exp(Kind::Expired, Some(20104))]);
    assert_eq!(
        timed("\"exp\":1700000001,\"nbf\":1700000001"),
        [nbf(Kind::NotYetValid, Some(20105)), exp(Kind::NeverValid, None)]
    );
    assert_eq!(timed("\"exp\":1700086401"), [exp(Kind::LifetimeTooLong, Some(20157))]);
    assert_eq!(
        timed("\"exp\":1700172801,\"nbf\":1700086400"),
        [nbf(Kind::NotYetValid, Some(20105)), exp(Kind::LifetimeTooLong, Some(20157))]
    );
    // One day after its start, and more than one day from now.
    assert_eq!(timed("\"exp\":1700090001,\"nbf\":1700003601"), [nbf(Kind::NotYetValid, Some(20105))]);
    assert_eq!(
        timed("\"exp\":1699999999,\"nbf\":1700000060"),
        [exp(Kind::Expired, Some(20104)), nbf(Kind::NotYetValid, Some(20105)), exp(Kind::NeverValid, None)]
    );
    assert_eq!(
        timed("\"exp\":1699999999,\"iat\":1699913598"),
        [exp(Kind::Expired, Some(20104)), exp(Kind::LifetimeTooLong, Some(20157))]
    );
    assert_eq!(
        timed("\"exp\":1700000000,\"nbf\":-1,\"iat\":\"now\""),
        [
            nbf(Kind::Malformed, Some(20101)),
            at_path(Kind::Malformed, "/iat", Some(20101)),
            exp(Kind::Expired, Some(20104))
        ]
    );
    assert_eq!(timed("\"exp\":1700086400"), []);
    assert_eq!(timed("\"exp\":1700003600000"), [exp(Kind::Milliseconds, Some(20157))]);
    assert_eq!(timed("\"exp\":\"1700003600\""), [exp(Kind::Malformed, Some(20156))]);
    assert_eq!(timed("\"nbf\":1"), [exp(Kind::Missing, Some(20156))]);
    assert_eq!(timed("\"exp\":1700000001,\"jti\":\"1\""), [at_path(Kind::Unusual, "/jti", None)]);
    assert_eq!(
        timed("\"exp\":1700000001,\"jti\":1"),
        [at_path(Kind::Unusual, "/jti", None), at_path(Kind::Malformed, "/jti", Some(20101))]
    );

    let issued =
        |iss: &str| found(HEADER, &format!(r#"{{"scope":"{incoming}","iss":{iss},"exp":1700000001}}"#));
    assert_eq!(
        issued("\"SK0123456789abcdef0123456789abcdef\""),
        [at_path(Kind::Invalid, "/iss", Some(20103))]
    );
    assert_eq!(issued("7"), [at_path(Kind::Malformed, "/iss", Some(20103))]);

    let good = capability_claims(incoming);
    let typ = || at_path(Kind::Missing, "/typ", Some(20102));
    assert_eq!(found(r#"{"alg":"none"}"#, &good), [at_path(Kind::Malformed, "/alg", Some(20102)), typ()]);
    assert_eq!(found(r#"{"alg":"HS256","kid":"1"}"#, &good), [typ(), at_path(Kind::Unusual, "/kid", None)]);
    assert_eq!(found(r#"{"alg":"HS256","twr":"1"}"#, &good), [typ(), at_path(Kind::Unusual, "/twr", None)]);
    assert_eq!(
        found("{", "{"),
        [at_path(Kind::Malformed, "", Some(20102)), at_path(Kind::Malformed, "", Some(20101))]
    );
    let short = sign(HEADER, &good, "key");
    let inspection = inspect_at(&short[..short.len() - 43], at(NOW));
    assert_eq!(inspection.findings()[0].twilio_code(), Some(20107));
}

#[test]
fn an_inspection_returns_what_it_read() {
    let claims = format!(
        r#"{{"scope":"scope:client:incoming?clientName=a","iss":"{SID}","exp":1700003600,"nbf":1699999999,"iat":1700000000}}"#
    );
    let inspection = inspect_at(&sign(HEADER, &claims, "key"), at(NOW));
    assert_eq!(inspection.scopes().unwrap().to_string(), "can receive calls to \"a\"");
    assert_eq!(inspection.expires_at(), Some(at(NOW + 3600)));
    assert_eq!(inspection.not_before(), Some(at(NOW - 1)));
    assert_eq!(inspection.issued_at(), Some(at(NOW)));
    assert!(inspection.is_readable());
    let words = inspection.to_string();
    assert!(words.contains("\nValid from 2023-11-14T22:13:19Z (1 second ago).\n"), "{words}");
    assert!(words.contains("\nLives for 1 hour.\n"), "{words}");

    // If only the header or only the claims can be read, that half is shown, and it is not called a token.
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
    let odd = words(&format!(r#"{{"scope":"","iss":"{SID}","exp":1700003600,"azp":"x"}}"#));
    assert!(
        odd.ends_with(
            "\nNote: there is a claim \"azp\" (\"x\"), which a client capability token of Twilio's libraries does not have"
        ),
        "{odd}"
    );
}

#[test]
fn an_error_has_its_source_and_its_code() {
    use std::error::Error;

    assert_eq!(MAX_LEN, 16_384);
    let verifier = Verifier::capability(&account("key"));
    let error = |claims: &str| verifier.verify_at(&sign(HEADER, claims, "key"), at(NOW)).unwrap_err();
    let scope = error(&capability_claims("scope:client:listen"));
    assert_eq!(
        chain(&scope),
        "the claim `scope` cannot be read: byte 6 of the scope: this is not `client:incoming`, `client:outgoing` or \
         `stream:subscribe`"
    );
    assert!(scope.source().unwrap().downcast_ref::<ScopeError>().is_some());
    let access = error(r#"{"grants":{}}"#);
    assert!(access.source().is_none());
    assert_eq!((access.twilio_code(), error(r#"{"policies":[]}"#).twilio_code()), (Some(31204), Some(31204)));
    let negative = error(&format!(r#"{{"scope":"","iss":"{SID}","exp":-1}}"#));
    assert_eq!((negative.kind(), negative.is_too_large()), (VerifyErrorKind::OutOfRange, false));
    let range =
        inspect_at(&sign(HEADER, &format!(r#"{{"scope":"","iss":"{SID}","exp":-1}}"#), "key"), at(NOW));
    assert_eq!(range.findings()[0].kind(), FindingKind::Malformed);
}

#[test]
fn parameters_of_more_than_800_bytes_are_found() {
    let is_found = |length: usize| {
        let (long, scope) = ("x".repeat(length), format!("scope:client:outgoing?appSid={APP}&appParams="));
        let scope = format!("{scope}a%3D{long}%26b%3D%26c%3Dy");
        let inspection = inspect_at(&sign(HEADER, &capability_claims(&scope), "key"), at(NOW));
        inspection
            .findings()
            .iter()
            .any(|finding| finding.to_string().starts_with("the parameters have 801 bytes"))
    };
    // `a=`, `b=`, `c=y` and the two `&` have nine.
    assert_eq!([790, 791, 792].map(is_found), [false, false, true]);
}

#[test]
fn a_finding_has_the_code_of_the_client_sdks() {
    for (issuer, exp, codes) in [
        (SID, NOW - 1, (Some(20104), Some(31205))),
        (SID, NOW + 100_000, (Some(20157), Some(31207))),
        (APP, NOW + 60, (Some(20103), Some(31204))),
    ] {
        let claims =
            format!(r#"{{"scope":"scope:client:incoming?clientName=a","iss":"{issuer}","exp":{exp}}}"#);
        let inspection = inspect_at(&sign(HEADER, &claims, "key"), at(NOW));
        let found: Vec<_> = inspection
            .findings()
            .iter()
            .map(|finding| (finding.twilio_code(), finding.client_code()))
            .collect();
        assert!(found.contains(&codes), "{exp}: {found:?}");
    }
}

#[test]
fn at_most_32_findings_of_one_rule_are_listed() {
    let count = |claims: usize| {
        let more: Vec<_> = (0..claims).map(|n| format!(r#","claim{n}":0"#)).collect();
        let more = more.concat();
        let claims = format!(
            r#"{{"scope":"scope:client:incoming?clientName=a","iss":"{SID}","exp":{}{more}}}"#,
            NOW + 60
        );
        let inspection = inspect_at(&sign(HEADER, &claims, "key"), at(NOW));
        inspection.findings().iter().filter(|finding| finding.rule().id() == "unusual-claim").count()
    };
    assert_eq!([1, 31, 32, 33, 100].map(count), [1, 31, 32, 32, 32]);
}

#[test]
fn scopes_are_described_in_english() {
    let words = |claim: &str| claim.parse::<ReadScopes>().unwrap().to_string();
    assert_eq!(
        words("scope:client:incoming?clientName=a scope:stream:subscribe?path=/2010-04-01/Events"),
        "can receive calls to \"a\"; can read the account's events"
    );
    assert_eq!(
        words("scope:stream:subscribe?path=/x&params=a%3D1%26b%3D%0A scope:client:incoming"),
        "can read the account's events at \"/x\" with \"a\" = \"1\" and \"b\" = \"\\n\"; can receive calls, without a client name"
    );
    assert_eq!(words("scope:client:outgoing?appSid=AP"), "can make calls to application \"AP\"");
    let error = "scope:client:incoming x".parse::<ReadScopes>().unwrap_err();
    assert_eq!(error.to_string(), "byte 22 of the scope: this is not a scope, a scope starts with `scope:`");
    let error = "scope:client:incoming?clientName".parse::<ReadScopes>().unwrap_err();
    assert_eq!(error.to_string(), "byte 22 of the scope: this key has no value");
    let error = Scopes::try_from(&"scope:client:incoming".parse().unwrap()).unwrap_err();
    assert_eq!(error.to_string(), "a client name is missing");
}

#[test]
fn a_verified_capability_returns_what_was_verified() {
    let claims = format!(
        r#"{{"scope":"scope:client:incoming?clientName=a","iss":"{SID}","exp":1700000010,"nbf":1700000001,"iat":1700000000}}"#
    );
    let token = sign(HEADER, &claims, "key");
    let verifier = Verifier::capability(&account("key"));
    let capability = verifier.verify_at(&token, at(NOW + 1)).unwrap();
    assert_eq!(capability.scopes().to_string(), "can receive calls to \"a\"");
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

#[test]
fn a_client_name_that_twilio_refuses_is_refused() {
    let verify = |scope: &str, length: usize| {
        let claims = capability_claims(&format!("{scope}{}", "a".repeat(length)));
        let token = sign(HEADER, &claims, "key");
        let verified = Verifier::capability(&account("key")).verify_at(&token, at(NOW));
        verified.map(drop).map_err(|error| (error.kind(), error.path(), error.twilio_code()))
    };
    for scope in ["scope:client:incoming?clientName=", "scope:client:outgoing?appSid=AP&clientName="] {
        assert_eq!(verify(scope, 256), Ok(()));
        assert_eq!(verify(scope, 257), Err((VerifyErrorKind::Malformed, "/scope", Some(31105))));
    }
}

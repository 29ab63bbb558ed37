//! Verifying and explaining TaskRouter capability tokens.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use twilio_capability::read::{
    FindingKind, MatchedKey, Severity, TokenKind, VerifiedChannel, Verifier, VerifyErrorKind, inspect_at,
};
use twilio_capability::{
    Error, FilterName, Policy, PolicyFilter, TaskRouterCapability, UnixTime, WorkerSid, WorkspaceSid,
};

use crate::support::{ACCOUNT_SID, AUTH_TOKEN, NOW, account, api_key, now};

const WORKSPACE: WorkspaceSid = WorkspaceSid::from_static("WS11111111111111111111111111111111");
const WORKER: WorkerSid = WorkerSid::from_static("WK11111111111111111111111111111111");

fn sign(claims: &str) -> String {
    let signed = format!(
        "{}.{}",
        URL_SAFE_NO_PAD.encode(r#"{"typ":"JWT","alg":"HS256"}"#),
        URL_SAFE_NO_PAD.encode(claims)
    );
    let mac = Hmac::<Sha256>::new_from_slice(AUTH_TOKEN.as_bytes()).unwrap().chain_update(&signed).finalize();
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(mac.into_bytes()))
}

/// Good claims of a worker, with one string replaced by another.
fn changed(from: &str, to: &str) -> String {
    let claims = format!(
        r#"{{"account_sid":"{ACCOUNT_SID}","workspace_sid":"{WORKSPACE}","channel":"{WORKER}","version":"v1","friendly_name":"{WORKER}","worker_sid":"{WORKER}","policies":[{{"url":"https://event-bridge.twilio.com/v1/wschannels/{ACCOUNT_SID}/{WORKER}","method":"GET","query_filter":{{}},"post_filter":{{}},"allow":true}},{{"url":"https://event-bridge.twilio.com/v1/wschannels/{ACCOUNT_SID}/{WORKER}","method":"POST","allow":true}}],"iss":"{ACCOUNT_SID}","exp":{}}}"#,
        NOW + 3600
    );
    assert!(claims.contains(from), "{from}");
    sign(&claims.replace(from, to))
}

#[test]
fn a_verified_token_returns_what_was_verified() {
    let token = TaskRouterCapability::worker(WORKSPACE, WORKER)
        .not_before(now())
        .policy(Policy::delete("/Tasks/*".parse().unwrap()).deny())
        .credentials(&account())
        .sign_at(now());
    let verified = Verifier::task_router(&account()).verify_at(token.as_str(), now()).unwrap();
    assert_eq!(verified.account_sid().as_str(), ACCOUNT_SID);
    assert_eq!((verified.workspace_sid(), verified.channel()), (WORKSPACE, VerifiedChannel::Worker(WORKER)));
    assert_eq!((verified.expires_at(), verified.not_before()), (token.expires_at(), Some(now())));
    assert_eq!((verified.issued_at(), verified.matched_key()), (None, MatchedKey::Primary));
    assert_eq!(verified.policies().len(), 7);
    assert!(!verified.policies()[6].allow);

    let other = account().account_sid();
    let next = twilio_capability::AccountCredentials::new(other, "the_next_auth_token".parse().unwrap());
    let reader = Verifier::task_router(&next);
    assert_eq!(reader.verify_at(token.as_str(), now()).unwrap_err().kind(), VerifyErrorKind::Signature);
    let reader = reader.or_auth_token(AUTH_TOKEN.parse().unwrap());
    let verified = reader.verify_at(token.as_str(), now()).unwrap();
    assert_eq!(verified.matched_key(), MatchedKey::Secondary);
}

#[test]
fn a_verifier_refuses_what_does_not_fit() {
    use VerifyErrorKind as Kind;
    let refusal = |token: &str| {
        let error = Verifier::task_router(&account()).verify_at(token, now()).unwrap_err();
        (error.kind(), error.path())
    };
    assert!(Verifier::task_router(&account()).verify_at(&changed("v1", "v1"), now()).is_ok());
    let worker = format!(r#""worker_sid":"{WORKER}""#);
    let channel = format!(r#""channel":"{WORKER}""#);
    let issuer = format!(r#""iss":"{ACCOUNT_SID}""#);
    let of_account = format!(r#""account_sid":"{ACCOUNT_SID}""#);
    let other = "AC11111111111111111111111111111111";
    for (from, to, kind, path) in [
        (issuer.as_str(), format!(r#""iss":"{other}""#), Kind::Mismatch, "/iss"),
        (&of_account, format!(r#""account_sid":"{other}""#), Kind::Mismatch, "/account_sid"),
        (&of_account, r#""account_sid":7"#.to_owned(), Kind::WrongType, "/account_sid"),
        (&worker, r#""worker_sid":"WK2""#.to_owned(), Kind::Mismatch, "/worker_sid"),
        (&worker, r#""other":0"#.to_owned(), Kind::Missing, "/worker_sid"),
        (&channel, r#""channel":"XX1""#.to_owned(), Kind::Mismatch, "/channel"),
        (&channel, r#""channel":"WS2""#.to_owned(), Kind::Mismatch, "/channel"),
        (&channel, r#""channel":"WQ1""#.to_owned(), Kind::Missing, "/taskqueue_sid"),
        (&channel, r#""other":0"#.to_owned(), Kind::Missing, "/channel"),
        (&worker, format!(r#"{worker},"taskqueue_sid":"WQ1""#), Kind::Mismatch, "/taskqueue_sid"),
        (&worker, format!(r#"{worker},"taskqueue_sid":5"#), Kind::WrongType, "/taskqueue_sid"),
        (r#""friendly_name":""#, r#""friendly_name":5,"x":""#.to_owned(), Kind::WrongType, "/friendly_name"),
        (WORKER.as_str(), "WK1".to_owned(), Kind::Malformed, "/channel"),
        (WORKSPACE.as_str(), "WS1".to_owned(), Kind::Malformed, "/workspace_sid"),
        (r#""version":"v1""#, r#""version":"v2""#.to_owned(), Kind::Mismatch, "/version"),
        (r#""version":"v1","#, String::new(), Kind::Missing, "/version"),
        (r#""policies":["#, r#""policies":[7,"#.to_owned(), Kind::WrongType, "/policies"),
        (r#""policies":["#, r#""policies":[{},"#.to_owned(), Kind::WrongType, "/policies"),
        (r#""policies":["#, r#""policies":{"a":1},"other":["#.to_owned(), Kind::WrongType, "/policies"),
        (r#""policies":["#, r#""other":["#.to_owned(), Kind::Missing, "/policies"),
        (r#""allow":true"#, r#""allow":"true""#.to_owned(), Kind::WrongType, "/policies"),
        (r#""method":"GET""#, r#""method":null"#.to_owned(), Kind::WrongType, "/policies"),
        (r#""query_filter":{}"#, r#""query_filter":[]"#.to_owned(), Kind::WrongType, "/policies"),
        (r#""query_filter":{}"#, r#""query_filter":{"a":true}"#.to_owned(), Kind::WrongType, "/policies"),
        (r#""query_filter":{}"#, r#""query_filter":{"a":{}}"#.to_owned(), Kind::WrongType, "/policies"),
        (r#""iss""#, r#""scope":"","iss""#.to_owned(), Kind::OtherToken(TokenKind::Capability), "/scope"),
        (r#""iss""#, r#""grants":{},"iss""#.to_owned(), Kind::OtherToken(TokenKind::Access), "/grants"),
    ] {
        assert_eq!(refusal(&changed(from, &to)), (kind, path), "{from} {to}");
    }
    let null = changed(r#""friendly_name":""#, r#""friendly_name":null,"x":""#);
    assert!(Verifier::task_router(&account()).verify_at(&null, now()).is_ok());
    for (from, to) in [(WORKSPACE.as_str(), "QZ1111"), (WORKER.as_str(), "WKsecret")] {
        let error = Verifier::task_router(&account()).verify_at(&changed(from, to), now()).unwrap_err();
        let shown = format!("{error:?} {:#}", Error::from(error.clone()));
        assert!(!shown.contains("QZ") && !shown.contains("`s`") && !shown.contains("'s'"), "{shown}");
    }
    let late = UnixTime::from_secs(NOW + 3600).unwrap();
    let expired = Verifier::task_router(&account()).verify_at(&changed("v1", "v1"), late).unwrap_err();
    assert_eq!(expired.kind(), Kind::Expired);
}

#[test]
fn tokens_of_the_other_families_are_refused_and_named() {
    let token = TaskRouterCapability::workspace(WORKSPACE).credentials(&account()).sign_at(now());
    let error = Verifier::capability(&account()).verify_at(token.as_str(), now()).unwrap_err();
    assert_eq!(error.kind(), VerifyErrorKind::OtherToken(TokenKind::TaskRouter));
    let error = Verifier::access_token(&api_key()).verify_at(token.as_str(), now()).unwrap_err();
    assert!(matches!(error.kind(), VerifyErrorKind::OtherToken(_)), "{error}");
    let capability = sign(&format!(r#"{{"scope":"","iss":"{ACCOUNT_SID}","exp":{}}}"#, NOW + 3600));
    let error = Verifier::task_router(&account()).verify_at(&capability, now()).unwrap_err();
    assert_eq!(error.kind(), VerifyErrorKind::OtherToken(TokenKind::Capability));
    let findings = inspect_at(&capability, now()).expecting(TokenKind::TaskRouter).findings().to_vec();
    assert!(findings.iter().any(|finding| finding.kind() == FindingKind::OtherToken), "{findings:?}");
}

#[test]
fn an_inspection_explains_the_policies() {
    let status = PolicyFilter::new().required(FilterName::from_static("ReservationStatus"));
    let limit = PolicyFilter::new().optional(FilterName::from_static("Limit"));
    let token = TaskRouterCapability::worker(WORKSPACE, WORKER)
        .allow_activity_updates()
        .allow_reservation_updates()
        .allow_fetch_subresources()
        .policy(Policy::post("/Tasks/**".parse().unwrap()).query_filter(limit).post_filter(status))
        .policy(Policy::post("/Tasks/*".parse().unwrap()).deny())
        .credentials(&account())
        .sign_at(now());
    let inspection = inspect_at(token.as_str(), now());
    assert_eq!(inspection.kind(), TokenKind::TaskRouter);
    assert!(inspection.findings().is_empty(), "{inspection}");
    let words = inspection.to_string();
    let expected = "\
For the worker \"WK11111111111111111111111111111111\" in the workspace \"WS11111111111111111111111111111111\".
Its holder
  may use the websocket for the events of the worker (GET)
  may use the websocket for the events of the worker (POST)
  may read the worker
  may read everything below the worker
  may read the workspace's activities
  may read the workspace's tasks and their reservations
  may read its own reservations
  may update its own activity
  may update the workspace's tasks and their reservations
  may update its own reservations
  may send POST requests to \"/Tasks/**\", with \"Limit\" (optional) in the query, with \"ReservationStatus\" (required) in the form
  may not send POST requests to \"/Tasks/*\"
";
    assert!(words.contains(expected), "{words}");
    let token =
        TaskRouterCapability::workspace(WORKSPACE).allow_delete_self().credentials(&account()).sign_at(now());
    let words = inspect_at(token.as_str(), now()).to_string();
    assert!(words.contains("For the workspace \"WS11111111111111111111111111111111\".\n"), "{words}");
    assert!(words.contains("  may delete the workspace\n"), "{words}");
}

#[test]
fn an_inspection_finds_what_is_wrong() {
    let events = format!("https://event-bridge.twilio.com/v1/wschannels/{ACCOUNT_SID}/{WORKER}");
    let (worker, channel) = (format!(r#""worker_sid":"{WORKER}""#), format!(r#""channel":"{WORKER}""#));
    let policy = |method: &str, url: &str, allow: bool| {
        format!(r#""policies":[{{"url":"{url}","method":"{method}","allow":{allow}}},"#)
    };
    let base = format!("https://taskrouter.twilio.com/v1/Workspaces/{WORKSPACE}");
    let found = |from: &str, to: &str| {
        let inspection = inspect_at(&changed(from, to), now());
        inspection.findings().iter().map(|finding| finding.rule().id()).collect::<Vec<_>>()
    };
    assert_eq!(found("v1", "v1"), Vec::<&str>::new());
    let start = r#""policies":["#;
    for (from, to, ids) in [
        (start, policy("GET", &events, true), vec!["policy-twice"]),
        (start, policy("GET", "https://example.com/x", true), vec!["policy-url"]),
        (start, policy("GET", &format!("{base}/../WS2/Workers"), true), vec!["policy-url"]),
        (start, policy("GET", &format!("{base}/.%2E/WS2/Workers"), true), vec!["policy-url"]),
        (start, policy("GET", &format!("{base}/./Workers"), true), vec!["policy-url"]),
        (start, policy("GET", &format!("{base}/.../Workers"), true), vec![]),
        (start, policy("PUT", &base, true), vec!["policy-method"]),
        (start, policy("DELETE", &base, false), vec!["denies-nothing"]),
        (start, policy("GET", &format!("{base}/**"), true), vec![]),
        (start, r#""policies":[7,"#.to_owned(), vec!["policy-malformed"]),
        (start, r#""policies":[],"other":["#.to_owned(), vec!["no-policies", "unusual-claim"]),
        (r#""method":"GET""#, r#""method":"DELETE""#.to_owned(), vec!["no-events"]),
        (&worker, r#""worker_sid":"WK2""#.to_owned(), vec!["channel"]),
        (&worker, format!(r#"{worker},"taskqueue_sid":"WQ1""#), vec!["channel"]),
        (&channel, r#""channel":"XX1""#.to_owned(), vec!["channel", "no-events", "no-events"]),
        (r#""version":"v1""#, r#""version":"v2""#.to_owned(), vec!["task-router-version"]),
        (
            &format!(r#""friendly_name":"{WORKER}""#),
            r#""friendly_name":null"#.to_owned(),
            vec!["friendly-name"],
        ),
        (
            &format!(r#""workspace_sid":"{WORKSPACE}""#),
            r#""workspace_sid":"WS1""#.to_owned(),
            vec!["task-router-sid"],
        ),
    ] {
        assert_eq!(found(from, &to), ids, "{from} {to}");
    }
    let strange = inspect_at(&changed(start, &policy("GET\u{3164}; READ", &base, true)), now()).to_string();
    assert!(strange.contains(r#"may send "GET\u{3164}; READ" requests to"#), "{strange}");
    let denied = inspect_at(&changed(start, &policy("DELETE", &base, false)), now());
    let finding = &denied.findings()[0];
    assert_eq!((finding.severity(), finding.kind()), (Severity::Warning, FindingKind::Empty));
    assert!(finding.to_string().contains("changes nothing, because no policy allows it"), "{finding}");
}

//! Reading takes at most 16 times the length of a token in heap, whatever the token holds.

#![expect(clippy::unwrap_used, reason = "a failing test can panic")]

use allocation_counter::{AllocationInfo, measure};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use twilio_capability_core::crypto::{self, jsonwebtoken};
use twilio_capability_core::read::{Verifier, VerifyErrorKind, inspect_at};
use twilio_capability_core::{AccountCredentials, ApiKeyCredentials, UnixTime};

const ACCOUNT: &str = "AC0123456789abcdef0123456789abcdef";
const KEY: &str = "SK0123456789abcdef0123456789abcdef";
const SECRET: &str = "0123456789abcdef0123456789abcdef";
const NOW: u64 = 1_700_000_000;
const KIB: usize = 1024;

fn sign(header: &str, claims: &str) -> String {
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
    let key = jsonwebtoken::EncodingKey::from_secret(SECRET.as_bytes());
    let hs256 = (crypto::PROVIDER.signer_factory)(&jsonwebtoken::Algorithm::HS256, &key).unwrap();
    let mac = hs256.try_sign(signed.as_bytes()).unwrap();
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(mac))
}

/// A capability token with this scope and these claims after the others.
fn capability(scope: &str, claims: &str) -> String {
    let claims = format!(r#"{{"scope":"{scope}","iss":"{ACCOUNT}","exp":{}{claims}}}"#, NOW + 60);
    sign(r#"{"typ":"JWT","alg":"HS256"}"#, &claims)
}

/// An access token with these grants and these claims after the others.
fn access(grants: &str, claims: &str) -> String {
    let claims =
        format!(r#"{{"iss":"{KEY}","sub":"{ACCOUNT}","exp":{},"grants":{{{grants}}}{claims}}}"#, NOW + 60);
    sign(r#"{"typ":"JWT","alg":"HS256","cty":"twilio-fpa;v=1"}"#, &claims)
}

fn check(token: &str, what: &str, counted: AllocationInfo) {
    let most = 16 * u64::try_from(token.len()).unwrap();
    let (start, _) = token.split_at(token.len().min(60));
    assert!(counted.bytes_total <= most, "{what}: {} of {most} for {start}", counted.bytes_total);
    assert!(counted.bytes_max <= most, "{what}");
    assert_eq!(counted.bytes_current, 0, "{what}");
}

/// Pieces, joined with commas, of about this length together.
fn many(len: usize, piece: impl Fn(usize) -> String) -> String {
    let mut all = piece(0);
    for n in 1.. {
        if all.len() >= len {
            break;
        }
        all.push(',');
        all.push_str(&piece(n));
    }
    all
}

/// Short and different names: `-a`, `-b`, and so on.
fn name(n: usize) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    let (mut name, mut rest) = ("-".to_owned(), n);
    loop {
        name.extend(LETTERS.get(rest % LETTERS.len()).copied().map(char::from));
        rest /= LETTERS.len();
        if rest == 0 {
            return name;
        }
    }
}

/// JSON values of about this length, for a name that is not known.
fn values(len: usize) -> Vec<(&'static str, String)> {
    let nested = |open: &str, inner: &str, close: &str| {
        many(len, |_| format!("{}{inner}{}", open.repeat(26), close.repeat(26)))
    };
    vec![
        ("empty arrays", format!("[{}]", many(len, |_| "[]".to_owned()))),
        ("empty objects", format!("[{}]", many(len, |_| "{}".to_owned()))),
        ("objects of one member", format!("[{}]", many(len, |_| "{\"\":0}".to_owned()))),
        ("nested arrays", format!("[{}]", nested("[", "", "]"))),
        ("nested objects", format!("[{}]", nested("{\"\":", "0", "}"))),
        ("a flat array", format!("[{}]", many(len, |_| "0".to_owned()))),
        ("a flat object", format!("{{{}}}", many(len, |n| format!("\"{}\":0", name(n))))),
        ("objects in an object", format!("{{{}}}", many(len, |n| format!("\"{}\":{{\"\":0}}", name(n))))),
        ("a string", format!("\"{}\"", "x".repeat(len))),
        ("escapes", format!("\"{}\"", "\\n".repeat(len / 2))),
        ("strings with escapes", format!("[{}]", many(len, |_| "\"\\n\"".to_owned()))),
        ("names with escapes", format!("{{{}}}", many(len, |n| format!("\"\\n{}\":0", name(n))))),
    ]
}

fn verified(token: &str) -> [AllocationInfo; 2] {
    let account = AccountCredentials::new(ACCOUNT.parse().unwrap(), SECRET.parse().unwrap());
    let api_key =
        ApiKeyCredentials::new(ACCOUNT.parse().unwrap(), KEY.parse().unwrap(), SECRET.parse().unwrap());
    let now = UnixTime::from_secs(NOW).unwrap();
    let capability = Verifier::capability(&account).max_len(usize::MAX);
    let access = Verifier::access_token(&api_key).max_len(usize::MAX);
    // The first use of a key hashes the start of its tokens.
    drop(capability.verify_at(&sign(r#"{"typ":"JWT","alg":"HS256"}"#, "{}"), now));
    drop(access.verify_at(&sign(r#"{"typ":"JWT","alg":"HS256","cty":"twilio-fpa;v=1"}"#, "{}"), now));
    let mut accepted = 0;
    let counted = [
        measure(|| accepted += u8::from(capability.verify_at(token, now).is_ok())),
        measure(|| accepted += u8::from(access.verify_at(token, now).is_ok())),
    ];
    assert_eq!(accepted, 1);
    counted
}

fn verify_and_inspect(token: &str, what: &str) {
    for counted in verified(token) {
        check(token, what, counted);
    }
    let now = UnixTime::from_secs(NOW).unwrap();
    check(token, &format!("inspect {what}"), measure(|| drop(inspect_at(token, now))));
}

/// The tokens of a length, with all shapes in all places where a reader keeps them or passes over them.
fn tokens(len: usize) -> Vec<(String, String)> {
    // In base64 it is a third longer.
    let len = len / 4 * 3 - 400;
    let mut tokens = Vec::new();
    for (shape, value) in values(len) {
        tokens.push((format!("claim, {shape}"), capability("", &format!(",\"x\":{value}"))));
        tokens.push((format!("claim, {shape}"), access("", &format!(",\"x\":{value}"))));
        tokens.push((format!("grant, {shape}"), access(&format!("\"x\":{value}"), "")));
        tokens.push((format!("member, {shape}"), access(&format!("\"video\":{{\"x\":{value}}}"), "")));
        let object = if value.starts_with('{') { value.clone() } else { format!("{{\"x\":{value}}}") };
        tokens.push((format!("playback, {shape}"), access(&format!("\"player\":{object}"), "")));
        let params = format!("\"voice\":{{\"outgoing\":{{\"params\":{object}}}}}");
        tokens.push((format!("parameters, {shape}"), access(&params, "")));
        if let Some(members) = value.strip_prefix('{').and_then(|value| value.strip_suffix('}')) {
            // A name of one letter can be that of a claim of another kind of token: none is.
            tokens.push((format!("claims, {shape}"), capability("", &format!(",{members}"))));
            tokens.push((format!("claims, {shape}"), access("", &format!(",{members}"))));
            tokens.push((format!("grants, {shape}"), access(members, "")));
            tokens.push((format!("members, {shape}"), access(&format!("\"chat\":{{{members}}}"), "")));
        }
    }
    let incoming = vec!["scope:client:incoming"; len / 22].join(" ");
    tokens.push(("scopes".to_owned(), capability(&incoming, "")));
    let outgoing =
        |params: String| capability(&format!("scope:client:outgoing?appSid=AP&appParams={params}"), "");
    tokens.push(("parameters".to_owned(), outgoing(vec!["a"; len / 4].join("%26"))));
    tokens.push(("different parameters".to_owned(), outgoing(many(len, name).replace(',', "%26"))));
    tokens.push(("reserved parameters".to_owned(), outgoing(vec!["To%3D1"; len / 9].join("%26"))));
    tokens.push(("escapes".to_owned(), outgoing("%2541".repeat(len / 5))));
    tokens
}

#[test]
fn reading_16_kib_takes_at_most_16_times_as_much() {
    for (what, token) in tokens(16 * KIB) {
        verify_and_inspect(&token, &what);
    }
}

/// TaskRouter tokens with these policies.
fn task_router(policies: &str) -> String {
    let (workspace, worker) = ("WS0123456789abcdef0123456789abcdef", "WK0123456789abcdef0123456789abcdef");
    let claims = format!(
        r#"{{"account_sid":"{ACCOUNT}","workspace_sid":"{workspace}","channel":"{worker}","worker_sid":"{worker}","version":"v1","policies":[{policies}],"iss":"{ACCOUNT}","exp":{}}}"#,
        NOW + 60
    );
    sign(r#"{"typ":"JWT","alg":"HS256"}"#, &claims)
}

#[test]
fn reading_task_router_tokens_takes_at_most_16_times_as_much() {
    let account = AccountCredentials::new(ACCOUNT.parse().unwrap(), SECRET.parse().unwrap());
    let verifier = Verifier::task_router(&account);
    let now = UnixTime::from_secs(NOW).unwrap();
    drop(verifier.verify_at(&task_router(""), now));
    let len = 12 * KIB - 800;
    let policy = |url: &str| format!(r#"{{"url":"{url}","method":"GET","allow":true}}"#);
    let fields = many(len, |n| format!(r#""{}":{{"required":true}}"#, name(n)));
    for (policies, is_read) in [
        (many(len, |_| policy("")), true),
        (many(len, |_| policy("https://taskrouter.twilio.com/v1/Workspaces/**")), true),
        (format!(r#"{{"url":"","method":"","allow":true,"query_filter":{{{fields}}}}}"#), true),
        (many(len, |_| "0".to_owned()), false),
        (many(len, |_| "{}".to_owned()), false),
        (policy("") + "," + &many(len, |_| "[]".to_owned()), false),
    ] {
        let token = task_router(&policies);
        let mut result = None;
        let counted = measure(|| result = Some(verifier.verify_at(&token, now).is_ok()));
        assert_eq!(result, Some(is_read));
        check(&token, "verify", counted);
        check(&token, "inspect", measure(|| drop(inspect_at(&token, now))));
    }
}

#[test]
fn refusing_16_kib_takes_at_most_16_times_as_much() {
    let account = AccountCredentials::new(ACCOUNT.parse().unwrap(), SECRET.parse().unwrap());
    let verifier = Verifier::capability(&account);
    let now = UnixTime::from_secs(NOW).unwrap();
    drop(verifier.verify_at(&capability("", ""), now));
    let len = 12 * KIB - 400;
    let words =
        ["x", "scope:", "?", "%", "&", "scope:client:incoming?", "scope:a:b", "scope:client:incoming?a"];
    let scopes = words.map(|word| vec![word; len / (word.len() + 1)].join(" "));
    let names = ["scope:client:incoming"; 2].join(" ") + &" x".repeat(len / 2);
    for scope in scopes.iter().chain([&names]) {
        let token = capability(scope, "");
        let mut is_read = None;
        let counted = measure(|| is_read = Some(verifier.verify_at(&token, now).is_ok()));
        assert_eq!(is_read, Some(false));
        check(&token, "verify", counted);
    }
}

#[test]
fn reading_16_mib_takes_at_most_16_times_as_much() {
    let len = 12 * KIB * KIB;
    let flat = format!("[{}]", "[],".repeat(len / 3) + "[]");
    let objects = format!("[{}]", r#"{"":0},"#.repeat(len / 7) + "{}");
    let nested = format!("[{}0]", ("[".repeat(26) + &"]".repeat(26) + ",").repeat(len / 53));
    let names = format!("{{{}}}", many(len, |n| format!("\"{}\":0", name(n))));
    for value in [flat, objects] {
        verify_and_inspect(&access(&format!(r#""player":{{"a":{value}}}"#), ""), "playback");
    }
    verify_and_inspect(&capability("", &format!(r#","a":{nested}"#)), "claim");
    verify_and_inspect(&access(&format!(r#""player":{names}"#), ""), "names");
}

#[test]
fn verifying_a_short_token_takes_at_most_512_bytes_more() {
    let account = AccountCredentials::new(ACCOUNT.parse().unwrap(), SECRET.parse().unwrap());
    let api_key =
        ApiKeyCredentials::new(ACCOUNT.parse().unwrap(), KEY.parse().unwrap(), SECRET.parse().unwrap());
    let verifiers =
        (Verifier::capability(&account), Verifier::access_token(&api_key), Verifier::task_router(&account));
    let now = UnixTime::from_secs(NOW).unwrap();
    let check = |token: &str| {
        for counted in [
            measure(|| drop(verifiers.0.verify_at(token, now))),
            measure(|| drop(verifiers.1.verify_at(token, now))),
            measure(|| drop(verifiers.2.verify_at(token, now))),
        ] {
            let most = 16 * u64::try_from(token.len()).unwrap() + 512;
            assert!(counted.bytes_max <= most, "{} of {most} for {token}", counted.bytes_max);
        }
    };
    let whole = [capability("", ""), access("", ""), task_router("")];
    for token in ["", ".", "..", "e30.e30.", "e30..", "W10.W10.", "eyJhIjowfQ.eyJhIjowfQ.A"] {
        check(token);
    }
    for token in &whole {
        for end in 0..=token.len() {
            check(token.split_at(end).0);
        }
    }
    for header in [r#"{"alg":"HS256"}"#, r#"{"alg":"HS256","cty":"twilio-fpa;v=1"}"#] {
        for claims in
            ["", "{}", "[]", "0", r#"{"a":0}"#, r#"{"exp":[]}"#, r#"{"scope":""}"#, r#"{"grants":{}}"#]
        {
            check(&sign(header, claims));
        }
    }
}

#[test]
fn a_token_that_is_too_long_takes_nothing() {
    let token = access(&format!("\"player\":{{\"a\":\"{}\"}}", "x".repeat(16 * KIB)), "");
    let api_key =
        ApiKeyCredentials::new(ACCOUNT.parse().unwrap(), KEY.parse().unwrap(), SECRET.parse().unwrap());
    let verifier = Verifier::access_token(&api_key);
    let now = UnixTime::from_secs(NOW).unwrap();
    assert_eq!(verifier.verify_at(&token, now).unwrap_err().kind(), VerifyErrorKind::TooLong);
    assert_eq!(measure(|| drop(verifier.verify_at(&token, now))).bytes_total, 0);
}

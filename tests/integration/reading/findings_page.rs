//! `docs/findings.md` is made of the list of everything that an inspection can find, and each row of the list has a case
//! here that produces it.
//!
//! `FINDINGS_PAGE=overwrite cargo test --test integration findings_page` writes the page anew.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that its cases share"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use twilio_capability::read::{
    Finding, FindingRule, MAX_LEN, Severity, TokenKind, finding_rules, inspect_at,
};

use crate::support::{ACCOUNT_SID, KEY_SID, now};

const INTRODUCTION: &str = "\
# What an inspection finds

Everything that `inspect` can find in a token, each with what it rests on. This page is made of the list in the library by
`FINDINGS_PAGE=overwrite cargo test --test integration findings_page`; the same test fails when it is out of date.

An *error* is a finding for which Twilio documents that it refuses the token. A *warning* is about a part of the token that does
nothing, or of which Twilio does not define what it does; it can have the number of an error that follows later, when a call is made
or a room is entered. Everything else is a *note*. Where several errors are named, it depends on the claim which of them it is.
Sources that start with `docs/` are pages of Twilio's documentation, `error` is one of its error pages. Nothing here was checked against
Twilio's own servers.

Where a client capability token is refused, Twilio's client SDKs show an error of their own: 31205 if it has expired, 31207 if it lives
for too long, 31202 if the signature is wrong, 31204 otherwise.
";

const HEADER: &str = r#"{"typ":"JWT","alg":"HS256"}"#;
const ACCESS: &str = r#"{"typ":"JWT","alg":"HS256","cty":"twilio-fpa;v=1"}"#;
const APP: &str = "AP11111111111111111111111111111111";
const INCOMING: &str = "scope:client:incoming?clientName=joey";
const VOICE: &str = r#""identity":"a","voice":{"incoming":{"allow":true}}"#;

fn token(header: &str, claims: &str) -> String {
    let (header, claims) = (URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
    format!("{header}.{claims}.{}", "A".repeat(43))
}

fn good() -> String {
    scoped(INCOMING)
}

fn scoped(scope: &str) -> String {
    token(HEADER, &format!(r#"{{"scope":"{scope}","iss":"{ACCOUNT_SID}","exp":1700003600}}"#))
}

fn timed(times: &str) -> String {
    token(HEADER, &format!(r#"{{"scope":"{INCOMING}","iss":"{ACCOUNT_SID}",{times}}}"#))
}

fn granted_in(header: &str, grants: &str) -> String {
    let claims = format!(
        r#"{{"iss":"{KEY_SID}","sub":"{ACCOUNT_SID}","jti":"1","exp":1700003600,"grants":{{{grants}}}}}"#
    );
    token(header, &claims)
}

fn granted(grants: &str) -> String {
    granted_in(ACCESS, grants)
}

/// What has been found in the texts that are to produce each finding, with the name of the rule of each text.
fn produced() -> Vec<(&'static str, Vec<Finding>)> {
    let mut cases = pasted();
    cases.extend(any_token());
    cases.extend(capability());
    cases.extend(access());
    cases.extend(task_router());
    cases.extend(signed());
    let found = |text: &str| inspect_at(text, now()).findings().to_vec();
    let mut produced: Vec<_> = cases.iter().map(|(id, text)| (*id, found(text))).collect();
    for (text, kind) in [(granted(VOICE), TokenKind::Capability), (good(), TokenKind::Access)] {
        produced.push(("other-token", inspect_at(&text, now()).expecting(kind).findings().to_vec()));
    }
    produced
}

type Cases = Vec<(&'static str, String)>;

fn pasted() -> Cases {
    let good = good();
    let (start, end) = good.split_at(50);
    vec![
        ("nothing", String::new()),
        ("invisible-characters", format!("\u{feff}{good}")),
        ("white-space-around", format!("{good}\n")),
        ("wrapped-line", format!("{start}\n{end}")),
        ("quotes", format!("\"{good}\"")),
        ("bytes-literal", format!("b'{good}'")),
        ("bearer", format!("Bearer {good}")),
        ("header-line", format!("Authorization: Bearer {good}")),
        ("name-and-value", format!("token={good}")),
        ("percent-encoded", format!("%22{good}%22")),
        ("json", format!("{{\"token\":\"{good}\"}}")),
        ("xml", "<Response><Say>Hi</Say></Response>".to_owned()),
        ("html", "<!DOCTYPE html><html></html>".to_owned()),
        ("no-value", "undefined".to_owned()),
        ("sid-or-secret", ACCOUNT_SID.to_owned()),
        ("other-text", format!("the token {good} is refused")),
        ("padding", format!("{good}=")),
        ("plain-base64", format!("{}+{}", &good[..good.len() - 1], "A")),
    ]
}

/// A TaskRouter capability token with a policy and with other claims instead of its own.
fn routed(policy: &str, claims: &str) -> String {
    let (workspace, worker) = ("WS11111111111111111111111111111111", "WK11111111111111111111111111111111");
    let events = format!("https://event-bridge.twilio.com/v1/wschannels/{ACCOUNT_SID}/{worker}");
    let policy =
        policy.replace("{workspace}", &format!("https://taskrouter.twilio.com/v1/Workspaces/{workspace}"));
    let mut all = format!(
        r#""account_sid":"{ACCOUNT_SID}","workspace_sid":"{workspace}","channel":"{worker}","version":"v1","friendly_name":"{worker}","worker_sid":"{worker}""#
    );
    if let Some((name, _)) = claims.split_once(':') {
        let start = all.find(&format!("{name}:")).unwrap();
        let end = all[start..].find(',').map_or(all.len(), |comma| start + comma);
        all.replace_range(start..end, claims);
    }
    let policies = match policy.strip_prefix("only ") {
        Some(policies) => policies.to_owned(),
        None => format!(
            r#"{{"url":"{events}","method":"GET","allow":true}},{{"url":"{events}","method":"POST","allow":true}}{policy}"#
        ),
    };
    token(HEADER, &format!(r#"{{{all},"policies":[{policies}],"iss":"{ACCOUNT_SID}","exp":1700003600}}"#))
}

fn task_router() -> Cases {
    let policy = |policy: &str| routed(policy, "");
    let get = r#",{"url":"{workspace}","method":"GET","allow":true}"#;
    vec![
        ("policy-malformed", policy(r#",{"url":"{workspace}","method":"GET","allow":"true"}"#)),
        ("no-policies", policy("only ")),
        ("policy-twice", policy(&get.repeat(2))),
        ("denies-nothing", policy(r#",{"url":"{workspace}/Tasks/**","method":"DELETE","allow":false}"#)),
        ("no-events", policy(r#"only {"url":"{workspace}","method":"GET","allow":true}"#)),
        ("policy-url", policy(r#",{"url":"https://api.example.com/Tasks","method":"GET","allow":true}"#)),
        ("policy-resource", policy(r#",{"url":"{workspace}/Task/**","method":"GET","allow":true}"#)),
        (
            "policy-form",
            policy(
                r#",{"url":"{workspace}","method":"GET","post_filter":{"A":{"required":true}},"allow":true}"#,
            ),
        ),
        ("policy-method", policy(r#",{"url":"{workspace}","method":"PUT","allow":true}"#)),
        (
            "task-router-claim",
            token(HEADER, &format!(r#"{{"policies":[],"iss":"{ACCOUNT_SID}","exp":1700003600}}"#)),
        ),
        ("task-router-sid", routed("", r#""workspace_sid":"WS1""#)),
        ("channel", routed("", r#""worker_sid":"WK22222222222222222222222222222222""#)),
        ("task-router-version", routed("", r#""version":"v2""#)),
        ("friendly-name", routed("", r#""friendly_name":null"#)),
    ]
}

fn any_token() -> Cases {
    let claims = format!(r#"{{"scope":"{INCOMING}","iss":"{ACCOUNT_SID}","exp":1700003600}}"#);
    let deep = format!("{{\"a\":{}{}}}", "[".repeat(40), "]".repeat(40));
    let with_header = |header: &str| token(header, &claims);
    let of_access = |claims: &str| token(ACCESS, claims);
    vec![
        // The header is `{"alg":"dir","enc":"A256GCM"}`.
        ("encrypted", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..YQ.YQ.YQ".to_owned()),
        ("no-kind", token(HEADER, r#"{"iss":"joe","exp":1700003600}"#)),
        ("client-validation", with_header(r#"{"cty":"twilio-pkrv;v=1","typ":"JWT","alg":"RS256"}"#)),
        ("too-long", "a".repeat(MAX_LEN + 1)),
        ("not-three-parts", "eyJhbGciOiJIUzI1NiJ9.e30".to_owned()),
        ("not-base64url", "a.b.c".to_owned()),
        ("signature-length", format!("{}AAA", good())),
        ("not-json", token("{", &claims)),
        ("not-json", token(HEADER, "{")),
        ("duplicate-member", token(r#"{"alg":"HS256","alg":"none"}"#, &claims)),
        ("duplicate-member", token(HEADER, r#"{"exp":1,"exp":2}"#)),
        ("too-deep", token(&deep, &claims)),
        ("too-deep", token(HEADER, &deep)),
        ("claims-of-two-kinds", timed(r#""exp":1700003600,"policies":[]"#)),
        ("claims-of-two-kinds", of_access(&claims.replace('{', r#"{"grants":{},"#))),
        ("claims-of-two-kinds", of_access(&claims.replace(r#"{"scope""#, r#"{"grants":{},"scope""#))),
        ("missing-claim", token(HEADER, &claims.replace(r#","exp":1700003600"#, ""))),
        ("missing-claim", token(HEADER, r#"{"scope":"","exp":1700003600}"#)),
        (
            "missing-claim",
            of_access(&format!(r#"{{"iss":"{KEY_SID}","sub":"{ACCOUNT_SID}","exp":1700003600}}"#)),
        ),
        ("wrong-type", timed(r#""exp":1700003600,"nbf":"now""#)),
        ("wrong-type", granted_in(&ACCESS.replace('}', r#","twr":7}"#), VOICE)),
        ("wrong-type", token(HEADER, r#"{"scope":"","iss":7,"exp":1700003600}"#)),
        ("wrong-type", granted(r#""identity":7"#)),
        ("wrong-type", timed(r#""exp":"1700003600""#)),
        ("before-1970", timed(r#""exp":-1"#)),
        ("before-1970", timed(r#""exp":1700003600,"nbf":-1"#)),
        ("milliseconds", timed(r#""exp":1700003600000"#)),
        ("milliseconds", timed(r#""exp":1700003600,"nbf":1700000000000"#)),
        ("expired", timed(r#""exp":1699999999"#)),
        ("not-yet-valid", timed(r#""exp":1700003600,"nbf":1700000060"#)),
        ("lifetime-too-long", timed(r#""exp":1700090000"#)),
        ("never-valid", timed(r#""exp":1700003600,"iat":1700003600"#)),
        ("long-when-it-started", timed(r#""exp":1700040000,"nbf":1699930000"#)),
        ("issued-later", timed(r#""exp":1700003600,"iat":1700000060"#)),
        ("algorithm", with_header(r#"{"typ":"JWT","alg":"RS256"}"#)),
        ("extension", with_header(r#"{"typ":"JWT","alg":"HS256","crit":["b64"],"b64":false}"#)),
        ("type", with_header(r#"{"typ":"jwt","alg":"HS256"}"#)),
        ("type-missing", with_header(r#"{"alg":"HS256"}"#)),
        ("content-type", granted_in(&ACCESS.replace(";v", "; v"), VOICE)),
        ("unusual-header-member", with_header(r#"{"typ":"JWT","alg":"HS256","kid":"1"}"#)),
        ("unusual-claim", timed(r#""exp":1700003600,"azp":"x""#)),
        ("audience", timed(r#""exp":1700003600,"aud":"x""#)),
        ("issuer", token(HEADER, &claims.replace("AC", "SK"))),
        ("secret", token(HEADER, &claims.replace(ACCOUNT_SID, "0123456789abcdef0123456789abcdef"))),
        ("client-name-too-long", scoped(&format!("scope:client:incoming?clientName={}", "a".repeat(257)))),
        ("client-name-characters", scoped("scope:client:incoming?clientName=joey%20smith")),
        ("client-name-undefined", scoped("scope:client:incoming?clientName=joey-smith")),
    ]
}

fn capability() -> Cases {
    let outgoing = format!("scope:client:outgoing?appSid={APP}");
    let cases = [
        ("scope-malformed", "scope:client:incoming?clientName=%4".to_owned()),
        ("scope-empty", String::new()),
        ("scope-key", format!("{outgoing}&appParams=a%3D1&b%3D2")),
        ("scope-word", format!("{INCOMING} smith")),
        ("scope-service", format!("{INCOMING} scope:client:listen")),
        ("scope-spaces", format!("{INCOMING}  {outgoing}")),
        ("scope-twice", format!("{INCOMING} {INCOMING}")),
        ("no-client-name", "scope:client:incoming".to_owned()),
        ("application", format!("scope:client:outgoing?appSid={ACCOUNT_SID}")),
        ("reserved-parameter", format!("{outgoing}&appParams=From%3D1")),
        ("repeated-parameter", format!("{outgoing}&appParams=a%3D1%26a%3D2")),
        ("parameters-too-long", format!("{outgoing}&appParams=a%3D{}", "x".repeat(799))),
        ("events-path", "scope:stream:subscribe?path=%2FEvents".to_owned()),
    ];
    cases.into_iter().map(|(id, scope)| (id, scoped(&scope))).collect()
}

/// Signed parameters, in a token of each family that can have them.
fn signed() -> Cases {
    let mac = "A".repeat(43);
    let both = |id, signature: &str| {
        let capability =
            format!("scope:client:outgoing?appSid={APP}&appParams=params_signature%3D{signature}");
        let access = format!(
            r#""identity":"a","voice":{{"outgoing":{{"application_sid":"{APP}","params":{{"params_signature":"{signature}"}}}}}}"#
        );
        [(id, scoped(&capability)), (id, granted(&access))]
    };
    let number = granted(&format!(
        r#""identity":"a","voice":{{"outgoing":{{"application_sid":"{APP}","params":{{"params_signature":7}}}}}}"#
    ));
    let mut cases = [
        both("signature-ends-early", &format!("1700001800.{mac}")),
        both("signature-ends-late", &format!("1700007200.{mac}")),
        both("signature-of-parameters", "gold"),
    ]
    .concat();
    cases.push(("signature-of-parameters", number));
    cases
}

fn access() -> Cases {
    let regional = |grants: &str| granted_in(&ACCESS.replace('}', r#","twr":"au1"}"#), grants);
    let chat = r#""service_sid":"IS22222222222222222222222222222222""#;
    vec![
        ("region", granted_in(&ACCESS.replace('}', r#","twr":"Sydney"}"#), VOICE)),
        ("no-grants", granted(r#""identity":"a""#)),
        ("no-identity", granted(&format!(r#""chat":{{{chat}}}"#))),
        ("grant-sid", granted(&format!(r#""identity":"a","chat":{{"service_sid":"{ACCOUNT_SID}"}}"#))),
        ("grant-sid-missing", granted(r#""identity":"a","chat":{}"#)),
        ("retired", granted(&format!(r#""identity":"a","ip_messaging":{{{chat}}}"#))),
        ("unknown-grant", granted(r#""identity":"a","fax":{}"#)),
        ("voice-identity-missing", granted(r#""voice":{"incoming":{"allow":true}}"#)),
        ("voice-empty", granted(r#""identity":"a","voice":{}"#)),
        ("voice-application", granted(r#""identity":"a","voice":{"outgoing":{}}"#)),
        (
            "voice-reserved-parameter",
            granted(&format!(
                r#""identity":"a","voice":{{"outgoing":{{"application_sid":"{APP}","params":{{"To":1}}}}}}"#
            )),
        ),
        ("video-identity-missing", granted(r#""video":{}"#)),
        ("video-identity-too-long", granted(&format!(r#""identity":"{}","video":{{}}"#, "a".repeat(129)))),
        ("video-region", regional(r#""identity":"a","video":{}"#)),
        ("video-room", granted(r#""identity":"a","video":{"room":""}"#)),
        ("chat-endpoint", granted(&format!(r#""identity":"a","chat":{{{chat},"endpoint_id":"b"}}"#))),
        ("playback-retired", granted(r#""player":{"a":1}"#)),
        ("playback-empty", granted(r#""player":{}"#)),
    ]
}

#[test]
fn everything_that_is_in_the_list_can_be_found_and_the_other_way_round() {
    let mut found = BTreeSet::new();
    for (id, findings) in produced() {
        assert!(findings.iter().any(|finding| finding.rule().id() == id), "{id}: {findings:?}");
        found.extend(findings.iter().map(|finding| (finding.rule().id(), finding.twilio_code())));
    }
    let mut listed = BTreeSet::new();
    for rule in finding_rules() {
        let codes = rule.twilio_codes();
        let before = listed.len();
        listed.extend(codes.iter().map(|code| (rule.id(), Some(*code))));
        if codes.is_empty() {
            listed.insert((rule.id(), None));
        }
        assert_eq!(listed.len() - before, codes.len().max(1), "{} is in the list twice", rule.id());
    }
    assert_eq!(found, listed);
}

#[test]
fn the_page_has_everything_that_is_in_the_list() {
    let page = page();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/findings.md");
    if env::var_os("FINDINGS_PAGE").is_some_and(|value| value == "overwrite") {
        fs::write(path, page).unwrap();
        return;
    }
    assert!(
        fs::read_to_string(path).unwrap_or_default() == page,
        "docs/findings.md is out of date: run `FINDINGS_PAGE=overwrite cargo test --test integration findings_page`"
    );
}

fn page() -> String {
    let mut examples = BTreeMap::new();
    for (id, findings) in produced() {
        if let Some(finding) = findings.iter().find(|finding| finding.rule().id() == id) {
            examples.entry(id).or_insert_with(|| finding.to_string());
        }
    }
    let mut page = INTRODUCTION.to_owned();
    let mut topic = "";
    for rule in finding_rules() {
        if rule.topic() != topic {
            topic = rule.topic();
            write!(page, "\n## {topic}\n").unwrap();
        }
        page.push_str(&entry(rule, &examples[rule.id()]));
    }
    page
}

fn entry(rule: &FindingRule, example: &str) -> String {
    let codes: Vec<_> = rule.twilio_codes().iter().map(ToString::to_string).collect();
    let codes = match &*codes {
        [] => String::new(),
        [code] => format!(" with Twilio's error {code}"),
        codes => format!(" with one of Twilio's errors {}", codes.join(", ")),
    };
    let (id, kind, meaning, source) = (rule.id(), rule.kind(), rule.meaning(), rule.source());
    let severity = match rule.severity() {
        Severity::Error => "An error",
        Severity::Warning => "A warning",
        _ => "A note",
    };
    // An example is one line, and no longer than is needed to know it again.
    let example = match example.char_indices().nth(240) {
        Some((end, _)) => format!("{}…", &example[..end]),
        None => example.to_owned(),
    };
    format!(
        "\n### `{id}`\n\n{meaning} {severity}{codes}, of the kind `{kind:?}`. Source: {source}.\n\n```text\n{example}\n```\n"
    )
}

//! The wire form of TaskRouter capability tokens, compared with tokens of Twilio's own libraries, and with one token byte for
//! byte.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use twilio_capability::read::{ReadPolicy, Severity, Verifier, VerifyErrorKind, inspect_at};
use twilio_capability::task_router::Channel;
use twilio_capability::{
    AccountCredentials, FilterName, Policy, PolicyFilter, TaskRouterCapability, Token, WorkerSid,
    WorkspaceSid,
};

use crate::support::{AUTH_TOKEN, account, decode, now};

/// The cases that cannot be expressed with this library, and why.
const REFUSED: [(&str, &str); 1] = [(
    "bad_prefix_channel",
    "the channel is not the SID of a worker, a task queue or a workspace, and the builder takes no other",
)];

/// The cases in which a library's token means something else than ours, and why.
const DIFFERENCES: [(&str, &str, &str); 1] =
    [("raw_policy_filters", "php", "has the policies of a worker, which the others leave out in this case")];

/// What a library writes into its tokens and this one does not, or the other way around: in how many tokens, and why.
const EVERYWHERE: [(&str, &str, usize, &str); 8] = [
    ("csharp", "friendly_name that is null", 1, "the name is the channel in the tokens of the others"),
    ("go", "nbf that is now", 2, "refused by Twilio when its clock is behind"),
    ("java", "no friendly_name", 2, "the name is the channel in the tokens of the others"),
    ("java", "no filters", 1, "a filter without fields can be left out"),
    ("node", "iat", 2, "the end is enough for Twilio's checks"),
    ("node", "no friendly_name", 2, "the name is the channel in the tokens of the others"),
    ("python", "nbf that is now", 6, "refused by Twilio when its clock is behind"),
    ("ruby", "nbf that is now", 2, "refused by Twilio when its clock is behind"),
];

fn cases() -> Vec<Value> {
    serde_json::from_str(include_str!("../../vectors/task_router.json")).unwrap()
}

#[test]
fn tokens_mean_the_same_as_those_of_twilios_libraries() {
    let (mut compared, mut refused, mut failed) = (0, 0, 0);
    let (mut different, mut everywhere) = (BTreeSet::new(), BTreeMap::new());
    let cases = cases();
    for case in &cases {
        let (name, input) = (case["case"].as_str().unwrap(), &case["input"]);
        let Some(token) = token(input) else {
            assert!(REFUSED.iter().any(|(case, _)| *case == name), "{name}");
            refused += 1;
            continue;
        };
        let ours = decode(token.as_str(), AUTH_TOKEN);
        for (library, minted) in case["sdks"].as_object().unwrap() {
            let Some(theirs) = minted["token"].as_str() else {
                failed += 1;
                continue;
            };
            compared += 1;
            let mut theirs = decode(theirs, AUTH_TOKEN);
            assert_eq!(ours.header, theirs.header, "{name} {library}");
            let claims = theirs.claims.as_object_mut().unwrap();
            let mut same = |what, found: bool| {
                if found {
                    *everywhere.entry((library.clone(), what)).or_insert(0) += 1;
                }
            };
            same("nbf that is now", claims.remove("nbf").is_some_and(|nbf| nbf == 1_700_000_000));
            same("iat", claims.remove("iat").is_some_and(|iat| iat == 1_700_000_000));
            let name_is_null = claims.get("friendly_name") == Some(&Value::Null);
            same("friendly_name that is null", name_is_null);
            same("no friendly_name", !claims.contains_key("friendly_name"));
            if name_is_null || !claims.contains_key("friendly_name") {
                claims.insert("friendly_name".to_owned(), ours.claims["friendly_name"].clone());
            }
            let mut bare = false;
            for policy in claims["policies"].as_array_mut().unwrap() {
                for filter in ["query_filter", "post_filter"] {
                    bare |= policy.get(filter).is_none();
                    policy.as_object_mut().unwrap().entry(filter).or_insert(json!({}));
                }
            }
            if library == "java" {
                same("no filters", bare && name == "worker_default");
            }
            if sorted(&ours.claims) != sorted(&theirs.claims) {
                different.insert((name, library.clone()));
            }
        }
    }
    let known = DIFFERENCES.iter().map(|(case, library, _)| (*case, (*library).to_owned())).collect();
    assert_eq!(different, known);
    let known =
        EVERYWHERE.iter().map(|(library, what, count, _)| (((*library).to_owned(), *what), *count)).collect();
    assert_eq!(everywhere, known);
    assert_eq!(refused, REFUSED.len());
    assert_eq!((cases.len(), compared, failed), (7, 21, 21));
}

/// The claims with their policies in one order, because their order has no meaning.
fn sorted(claims: &Value) -> Value {
    let mut claims = claims.clone();
    // With a feature of `serde_json`, an object keeps the order in which its members were inserted.
    let members = |policy: &Value| {
        let policy: BTreeMap<_, _> = policy.as_object().unwrap().iter().collect();
        format!("{policy:?}")
    };
    claims["policies"].as_array_mut().unwrap().sort_by_key(members);
    claims
}

/// The token of a case, made from run-time values.
fn token(input: &Value) -> Option<Token> {
    let text = |name: &str| input[name].as_str().unwrap();
    let workspace: WorkspaceSid = text("workspace_sid").parse().unwrap();
    let channel = text("channel");
    assert_eq!(input["secret"], AUTH_TOKEN);
    Some(match text("kind") {
        "worker" => {
            let mut capability = TaskRouterCapability::worker(workspace, channel.parse().unwrap());
            if rights(input).contains(&"activity_updates") {
                capability = capability.allow_activity_updates();
            }
            finished(capability, input)
        }
        "raw" => {
            let worker: WorkerSid = channel.parse().ok()?;
            finished(TaskRouterCapability::worker(workspace, worker).without_rights(), input)
        }
        "taskqueue" => finished(TaskRouterCapability::task_queue(workspace, channel.parse().unwrap()), input),
        "workspace" => finished(TaskRouterCapability::workspace(workspace), input),
        other => panic!("an unknown kind: {other}"),
    })
}

fn rights(input: &Value) -> Vec<&str> {
    input["allow"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn finished<Ch: Channel>(mut capability: TaskRouterCapability<Ch>, input: &Value) -> Token {
    for right in rights(input) {
        capability = match right {
            "fetch_subresources" => capability.allow_fetch_subresources(),
            "update_self" => capability.allow_update_self(),
            "update_subresources" => capability.allow_update_subresources(),
            "delete_self" => capability.allow_delete_self(),
            "delete_subresources" => capability.allow_delete_subresources(),
            "activity_updates" => capability,
            other => panic!("an unknown right: {other}"),
        };
    }
    for policy in input["policies"].as_array().into_iter().flatten() {
        capability = capability.policy(policy_of(policy));
    }
    capability.credentials(&account()).sign_at(now())
}

fn policy_of(policy: &Value) -> Policy {
    let filter = |name: &str| {
        let fields = policy[name].as_object().into_iter().flatten();
        fields.fold(PolicyFilter::new(), |filter, (name, field)| {
            let name: FilterName = name.parse().unwrap();
            if field["required"] == true { filter.required(name) } else { filter.optional(name) }
        })
    };
    assert_eq!(policy["allow"], true);
    let (url, query) = (policy["url"].as_str().unwrap().parse().unwrap(), filter("query_filter"));
    let form = filter("post_filter");
    match policy["method"].as_str().unwrap() {
        "GET" => {
            assert_eq!(form, PolicyFilter::new());
            Policy::get(url).query_filter(query)
        }
        "POST" => Policy::post(url).query_filter(query).post_filter(form).into(),
        other => panic!("an unknown method: {other}"),
    }
}

#[test]
fn tokens_of_twilios_libraries_are_verified_and_explained() {
    let (mut read, mut refused) = (0, 0);
    let reader = Verifier::task_router(&account());
    for case in cases() {
        let name = case["case"].as_str().unwrap();
        for (library, minted) in case["sdks"].as_object().unwrap() {
            let Some(token) = minted["token"].as_str() else { continue };
            let inspection = inspect_at(token, now());
            let errors: Vec<_> = inspection
                .findings()
                .iter()
                .filter(|finding| finding.severity() == Severity::Error)
                .collect();
            let library_of: Vec<_> = inspection.minted_by().iter().map(ToString::to_string).collect();
            assert_eq!(library_of, [format!("twilio-{library}")], "{name}");
            let verified = match reader.verify_at(token, now()) {
                Ok(verified) => verified,
                Err(error) => {
                    assert_eq!((name, error.kind()), ("bad_prefix_channel", VerifyErrorKind::Mismatch));
                    assert_eq!(errors.len(), 1);
                    assert_eq!(errors[0].rule().id(), "channel");
                    refused += 1;
                    continue;
                }
            };
            assert!(errors.is_empty(), "{name} {library}: {errors:?}");
            let warnings: Vec<_> = inspection.findings().iter().map(|finding| finding.rule().id()).collect();
            let expected: &[&str] = if library == "csharp" { &["friendly-name"] } else { &[] };
            assert_eq!(warnings, expected, "{name} {library}");
            let channel = inspection.channel().unwrap();
            assert_eq!(channel.policies, verified.policies());
            assert_eq!(channel.channel.as_deref(), case["input"]["channel"].as_str());
            let decoded = decode(token, AUTH_TOKEN);
            let policies: Vec<_> =
                decoded.claims["policies"].as_array().unwrap().iter().map(meaning).collect();
            assert_eq!(policies, verified.policies().iter().map(of_read).collect::<Vec<_>>());
            read += 1;
        }
    }
    assert_eq!((read, refused), (21, 6));
}

type Meaning = (String, String, bool, Vec<(String, bool)>, Vec<(String, bool)>);

fn meaning(policy: &Value) -> Meaning {
    let text = |name: &str| policy[name].as_str().unwrap().to_owned();
    let filter = |name: &str| {
        let fields = policy.get(name).and_then(Value::as_object).into_iter().flatten();
        fields.map(|(name, field)| (name.clone(), field["required"].as_bool().unwrap())).collect()
    };
    let allow = policy["allow"].as_bool().unwrap();
    (text("url"), text("method"), allow, filter("query_filter"), filter("post_filter"))
}

fn of_read(policy: &ReadPolicy) -> Meaning {
    let ReadPolicy { url, method, allow, query_filter, post_filter, .. } = policy;
    (url.clone(), method.clone(), *allow, query_filter.clone(), post_filter.clone())
}

#[test]
fn one_token_claim_by_claim() {
    let workspace: WorkspaceSid = "WSa0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0".parse().unwrap();
    let deny = Policy::delete("/Tasks/**".parse().unwrap()).deny();
    let base = |account: &AccountCredentials| {
        TaskRouterCapability::worker(workspace, "WKb1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1".parse().unwrap())
            .without_rights()
            .policy(deny.clone())
            .not_before(now())
            .credentials(account)
    };
    let token = base(&account()).sign_at(now());
    let json = concat!(
        r#"{"account_sid":"AC0123456789abcdef0123456789abcdef","workspace_sid":"WSa0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0","#,
        r#""channel":"WKb1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1","version":"v1","#,
        r#""friendly_name":"WKb1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1","worker_sid":"WKb1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1","policies":["#,
        r#"{"url":"https://event-bridge.twilio.com/v1/wschannels/AC0123456789abcdef0123456789abcdef/WKb1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1","#,
        r#""method":"GET","query_filter":{},"post_filter":{},"allow":true},"#,
        r#"{"url":"https://event-bridge.twilio.com/v1/wschannels/AC0123456789abcdef0123456789abcdef/WKb1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1","#,
        r#""method":"POST","query_filter":{},"post_filter":{},"allow":true},"#,
        r#"{"url":"https://taskrouter.twilio.com/v1/Workspaces/WSa0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0/Tasks/**","#,
        r#""method":"DELETE","query_filter":{},"post_filter":{},"allow":false}],"#,
        r#""iss":"AC0123456789abcdef0123456789abcdef","exp":1700003600,"nbf":1700000000}"#,
    );
    let claims = token.as_str().split('.').nth(1).unwrap();
    let claims = base64::Engine::decode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, claims).unwrap();
    assert_eq!(str::from_utf8(&claims).unwrap(), json);
    assert_eq!(decode(token.as_str(), AUTH_TOKEN).header, json!({"typ": "JWT", "alg": "HS256"}));
}

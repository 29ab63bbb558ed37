//! The same for TaskRouter capability tokens. `check` compares what is read from both tokens.

use std::time::Duration;

use serde_json::{Map, Value, json};
use twilio_capability_core::read::{ReadPolicy, Severity, VerifiedTaskRouterCapability, inspect};
use twilio_capability_core::task_router::Channel;
use twilio_capability_core::{
    AccountCredentials, FilterName, Policy, PolicyFilter, PolicyMethod, TaskRouterCapability, Token, Ttl,
    Verifier,
};

use crate::{Random, Result, text};

/// The rights of all channels, in the words of twilio-python, and then those of a worker.
const RIGHTS: [&str; 7] = [
    "allow_update_self",
    "allow_delete_self",
    "allow_fetch_subresources",
    "allow_update_subresources",
    "allow_delete_subresources",
    "allow_update_activities",
    "allow_update_reservations",
];

pub(crate) fn generate(count: &str, seed: &str) -> Result<()> {
    let mut random = Random(seed.parse::<u64>()? | 1);
    for _ in 0..count.parse()? {
        let workspace = format!("WS{}", random.hex(32));
        let (kind, channel) = match random.below(3) {
            0 => ("worker", format!("WK{}", random.hex(32))),
            1 => ("task_queue", format!("WQ{}", random.hex(32))),
            _ => ("workspace", workspace.clone()),
        };
        let possible = if kind == "worker" { 7 } else { 5 };
        let rights: Vec<_> = RIGHTS.iter().take(possible).filter(|_| random.below(2) == 0).collect();
        let policies: Vec<_> = (0..random.below(4)).map(|_| policy(&mut random)).collect();
        let input = json!({
            "account_sid": format!("AC{}", random.hex(32)),
            "auth_token": random.hex(32),
            "workspace_sid": workspace,
            "kind": kind,
            "channel": channel,
            "rights": rights,
            "policies": policies,
            "ttl": 60 + random.below(86_341),
        });
        println!("{input}");
    }
    Ok(())
}

fn policy(random: &mut Random) -> Value {
    const PATHS: [&str; 6] =
        ["", "/Tasks", "/Tasks/**", "/Workers/*/Reservations", "/a-b.c_d~e", "/Workflows/*"];
    let method = ["GET", "POST", "DELETE"].into_iter().nth(random.below(3) as usize);
    // Only a POST has a form.
    let post = if method == Some("POST") { filter(random) } else { json!({}) };
    json!({
        "path": PATHS.iter().nth(random.below(6) as usize),
        "method": method,
        "allow": random.below(3) > 0,
        "query": filter(random),
        "post": post,
    })
}

fn filter(random: &mut Random) -> Value {
    let mut fields = Map::new();
    for _ in 0..random.below(3) {
        let name: String =
            random.text().chars().filter(|c| c.is_alphanumeric() || c.is_ascii_graphic()).collect();
        if !name.is_empty() {
            fields.insert(name, json!({ "required": random.below(2) == 0 }));
        }
    }
    fields.into()
}

fn account(input: &Value) -> Result<AccountCredentials> {
    Ok(AccountCredentials::new(text(&input["account_sid"])?.parse()?, text(&input["auth_token"])?.parse()?))
}

pub(crate) fn mint(input: &Value) -> Result<Token> {
    let workspace = text(&input["workspace_sid"])?.parse()?;
    let channel = text(&input["channel"])?;
    let has = |right: &str| {
        input["rights"].as_array().is_some_and(|rights| rights.iter().any(|name| name == right))
    };
    match text(&input["kind"])? {
        "worker" => {
            let mut capability = TaskRouterCapability::worker(workspace, channel.parse()?);
            if has("allow_update_activities") {
                capability = capability.allow_activity_updates();
            }
            if has("allow_update_reservations") {
                capability = capability.allow_reservation_updates();
            }
            finish(capability, input, has)
        }
        "task_queue" => finish(TaskRouterCapability::task_queue(workspace, channel.parse()?), input, has),
        _ => finish(TaskRouterCapability::workspace(workspace), input, has),
    }
}

fn finish<Ch: Channel>(
    mut capability: TaskRouterCapability<Ch>,
    input: &Value,
    has: impl Fn(&str) -> bool,
) -> Result<Token> {
    let setters: [(&str, fn(TaskRouterCapability<Ch>) -> TaskRouterCapability<Ch>); 5] = [
        ("allow_update_self", TaskRouterCapability::allow_update_self),
        ("allow_delete_self", TaskRouterCapability::allow_delete_self),
        ("allow_fetch_subresources", TaskRouterCapability::allow_fetch_subresources),
        ("allow_update_subresources", TaskRouterCapability::allow_update_subresources),
        ("allow_delete_subresources", TaskRouterCapability::allow_delete_subresources),
    ];
    for (name, set) in setters {
        if has(name) {
            capability = set(capability);
        }
    }
    for policy in input["policies"].as_array().into_iter().flatten() {
        capability = capability.policy(policy_of(policy)?);
    }
    let ttl = Ttl::from_secs(input["ttl"].as_u64().ok_or("no ttl")?)?;
    Ok(capability.ttl(ttl).credentials(&account(input)?).sign())
}

fn policy_of(policy: &Value) -> Result<Policy> {
    let method = match text(&policy["method"])? {
        "GET" => PolicyMethod::Get,
        "POST" => PolicyMethod::Post,
        _ => PolicyMethod::Delete,
    };
    let path = text(&policy["path"])?;
    let url = if path.is_empty() { "/" } else { path }.parse()?;
    let filter = |name: &str| -> Result<PolicyFilter> {
        let mut filter = PolicyFilter::new();
        for (name, field) in policy[name].as_object().into_iter().flatten() {
            let name = FilterName::try_from(&**name)?;
            filter = if field["required"] == true { filter.required(name) } else { filter.optional(name) };
        }
        Ok(filter)
    };
    let made = match method {
        PolicyMethod::Post => Policy::post(url).post_filter(filter("post")?).into(),
        method => Policy::new(method, url),
    };
    let made = made.query_filter(filter("query")?);
    Ok(if policy["allow"] == true { made } else { made.deny() })
}

pub(crate) fn check(minted: &Value) -> Result<()> {
    let (theirs, ours) = (text(&minted["token"])?, mint(minted)?);
    // The clock of the other process may be ahead.
    let verifier = Verifier::task_router(&account(minted)?).leeway(Duration::from_secs(60));
    let (verified, own) = (verifier.verify(theirs)?, verifier.verify(ours.as_str())?);
    if meaning(&verified) != meaning(&own) {
        return Err(format!("read as {verified:?}, ours as {own:?}").into());
    }
    let (exp, now) = (own.expires_at().as_secs(), verified.expires_at().as_secs());
    if exp.abs_diff(now) > 60 {
        return Err(format!("exp {now} and {exp}").into());
    }
    let inspection = inspect(theirs);
    match inspection.findings().iter().find(|finding| finding.severity() == Severity::Error) {
        Some(error) if !error.to_string().contains("starts in") => Err(error.to_string().into()),
        _ => Ok(()),
    }
}

/// Channel and policies. twilio-python writes a policy twice if it is added twice.
fn meaning(verified: &VerifiedTaskRouterCapability) -> (String, Vec<&ReadPolicy>) {
    let mut policies: Vec<_> = verified.policies().iter().collect();
    policies.sort_by_key(|policy| format!("{policy:?}"));
    policies.dedup();
    (format!("{:?} {}", verified.channel(), verified.workspace_sid()), policies)
}

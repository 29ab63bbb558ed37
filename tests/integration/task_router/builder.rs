//! The builder of TaskRouter capability tokens: rights, policies, times, and the access token with the same rights.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use serde_json::{Value, json};
use twilio_capability::task_router::Channel;
use twilio_capability::{
    FilterName, MigrationError, Policy, PolicyFilter, PolicyUrl, TaskQueueSid, TaskRouterCapability, Ttl,
    UnixTime, WorkerSid, WorkspaceSid,
};

use crate::support::{ACCOUNT_SID, API_SECRET, AUTH_TOKEN, account, api_key, decode, now};

const WORKSPACE: WorkspaceSid = WorkspaceSid::from_static("WS11111111111111111111111111111111");
const WORKER: WorkerSid = WorkerSid::from_static("WK11111111111111111111111111111111");
const QUEUE: TaskQueueSid = TaskQueueSid::from_static("WQ11111111111111111111111111111111");
const TASKS: PolicyUrl = PolicyUrl::from_static("/Tasks/**");

fn claims<Ch: Channel + Clone, C: Clone>(capability: &TaskRouterCapability<Ch, C>) -> Value {
    decode(capability.clone().credentials(&account()).sign_at(now()).as_str(), AUTH_TOKEN).claims
}

/// The method and the path below the workspace of each policy, without those for the events.
fn requests(claims: &Value) -> Vec<String> {
    let policies = claims["policies"].as_array().unwrap();
    let text = |policy: &Value| {
        let url = policy["url"].as_str().unwrap();
        let base = "https://taskrouter.twilio.com/v1/Workspaces/WS11111111111111111111111111111111";
        format!("{} {}", policy["method"].as_str().unwrap(), url.strip_prefix(base).unwrap_or(url))
    };
    policies[2..].iter().map(text).collect()
}

#[test]
fn each_right_is_its_policies() {
    let me = "/Workers/WK11111111111111111111111111111111";
    let base = TaskRouterCapability::worker(WORKSPACE, WORKER);
    let defaults = [
        format!("GET {me}"),
        "GET /Activities".to_owned(),
        "GET /Tasks/**".to_owned(),
        format!("GET {me}/Reservations/**"),
    ];
    assert_eq!(requests(&claims(&base)), defaults);
    let none = base.clone().without_rights();
    let reservations = format!("POST {me}/Reservations/**");
    for (capability, expected) in [
        (none.clone(), vec![]),
        (none.clone().allow_fetch_self(), vec![&*defaults[0]]),
        (none.clone().allow_fetch_activities(), vec!["GET /Activities"]),
        (none.clone().allow_fetch_reservations(), vec!["GET /Tasks/**"]),
        (none.clone().allow_fetch_worker_reservations(), vec![&*defaults[3]]),
        (none.clone().allow_reservation_updates(), vec!["POST /Tasks/**", &reservations]),
        (none.clone().allow_update_self(), vec!["POST /Workers/WK11111111111111111111111111111111"]),
        (none.clone().allow_delete_self(), vec!["DELETE /Workers/WK11111111111111111111111111111111"]),
        (none.clone().allow_fetch_subresources(), vec!["GET /Workers/WK11111111111111111111111111111111/**"]),
    ] {
        assert_eq!(requests(&claims(&capability)), expected);
    }
    let updates = claims(&none.allow_activity_updates());
    assert_eq!(updates["policies"][2]["post_filter"], json!({"ActivitySid": {"required": true}}));
    assert_eq!(updates["policies"][2]["method"], "POST");

    let queue = claims(&TaskRouterCapability::task_queue(WORKSPACE, QUEUE).allow_update_subresources());
    let me = "/TaskQueues/WQ11111111111111111111111111111111";
    assert_eq!(requests(&queue), [format!("GET {me}"), format!("POST {me}/**")]);
    assert_eq!((&queue["taskqueue_sid"], queue.get("worker_sid")), (&json!(QUEUE), None));
    let workspace = claims(&TaskRouterCapability::workspace(WORKSPACE).allow_delete_subresources());
    assert_eq!(requests(&workspace), ["GET ", "DELETE /**"]);
    assert_eq!((workspace.get("taskqueue_sid"), workspace.get("worker_sid")), (None, None));
}

#[test]
fn no_policy_is_there_twice_however_often_it_is_added_and_signed() {
    let filter = || PolicyFilter::new().required(FilterName::from_static("A"));
    let capability = TaskRouterCapability::workspace(WORKSPACE)
        .allow_fetch_self()
        .allow_fetch_self()
        .policy(Policy::get("/".parse().unwrap()))
        .policy(Policy::get(TASKS))
        .policy(Policy::get(TASKS))
        .policy(Policy::get(TASKS).deny())
        .policy(Policy::get(TASKS).query_filter(filter()))
        .policy(Policy::get(TASKS).query_filter(filter()))
        .policy(Policy::post(TASKS).post_filter(filter()))
        .policy(Policy::post(TASKS).post_filter(filter()))
        .policy(Policy::get(
            "https://taskrouter.twilio.com/v1/Workspaces/WS11111111111111111111111111111111/Tasks/**"
                .parse()
                .unwrap(),
        ))
        .credentials(&account());
    let first = capability.sign_at(now());
    let claims = decode(first.as_str(), AUTH_TOKEN).claims;
    assert_eq!(
        requests(&claims),
        ["GET ", "GET /Tasks/**", "GET /Tasks/**", "GET /Tasks/**", "POST /Tasks/**"]
    );
    assert_eq!(capability.sign_at(now()).as_str(), first.as_str());
    assert_eq!(capability.prepare().mint_at(now()).as_str(), first.as_str());
}

#[test]
fn many_policies_take_the_same_time_each() {
    // Minutes if each policy were compared with all others.
    const COUNT: usize = 40_000;
    let mut capability = TaskRouterCapability::workspace(WORKSPACE);
    for n in (0..COUNT).chain([0]) {
        capability = capability.policy(Policy::get(format!("/Tasks/WT{n:032x}").parse().unwrap()));
    }
    let requests = requests(&claims(&capability));
    assert_eq!(requests.len(), 1 + COUNT);
    assert_eq!(requests[COUNT], format!("GET /Tasks/WT{:032x}", COUNT - 1));
}

#[test]
fn a_policy_has_what_it_was_given() {
    let names = ["A", "b \"c\"", "é"].map(|name| name.replace(' ', "_").parse::<FilterName>().unwrap());
    let [a, b, c] = names;
    let policy = Policy::post("/Workers/*/Channels".parse().unwrap())
        .query_filter(PolicyFilter::new().required(a.clone()).optional(a).optional(b))
        .post_filter(PolicyFilter::new().required(c))
        .deny();
    let claims = claims(&TaskRouterCapability::workspace(WORKSPACE).policy(policy));
    assert_eq!(
        claims["policies"][3],
        json!({
            "url": "https://taskrouter.twilio.com/v1/Workspaces/WS11111111111111111111111111111111/Workers/*/Channels",
            "method": "POST",
            "query_filter": {"A": {"required": false}, "b_\"c\"": {"required": false}},
            "post_filter": {"é": {"required": true}},
            "allow": false,
        })
    );
    let whole: PolicyUrl =
        format!("https://event-bridge.twilio.com/v1/wschannels/{ACCOUNT_SID}/other").parse().unwrap();
    let claims = self::claims(&TaskRouterCapability::workspace(WORKSPACE).policy(Policy::get(whole.clone())));
    assert_eq!(claims["policies"][3]["url"], whole.as_str());
}

#[test]
fn times_are_those_of_the_other_builders() {
    let base = TaskRouterCapability::workspace(WORKSPACE);
    let at = |seconds| UnixTime::from_secs(seconds).unwrap();
    let start = at(now().as_secs() + 60);
    for (capability, exp, nbf) in [
        (base.clone(), 3600, None),
        (base.clone().ttl(Ttl::from_static(300)), 300, None),
        (base.clone().maybe_ttl(None), 3600, None),
        (base.clone().expires_at(at(now().as_secs() + 90)), 90, None),
        (base.clone().not_before(start).ttl(Ttl::from_static(300)), 360, Some(60)),
        (base.expires_at(UnixTime::MAX), 86_400, None),
    ] {
        let claims = claims(&capability);
        let after = |name: &str| claims[name].as_u64().map(|seconds| seconds - now().as_secs());
        assert_eq!((after("exp"), after("nbf")), (Some(exp), nbf));
        let token = capability.credentials(&account()).sign_at(now());
        assert_eq!(token.expires_at().as_secs(), now().as_secs() + exp);
    }
}

#[test]
fn a_channel_can_be_chosen_later() {
    let base =
        TaskRouterCapability::workspace(WORKSPACE).policy(Policy::get(TASKS)).ttl(Ttl::from_static(60));
    let worker =
        TaskRouterCapability::worker(WORKSPACE, WORKER).policy(Policy::get(TASKS)).ttl(Ttl::from_static(60));
    let queue = TaskRouterCapability::task_queue(WORKSPACE, QUEUE)
        .policy(Policy::get(TASKS))
        .ttl(Ttl::from_static(60));
    assert_eq!(claims(&base.clone().for_worker(WORKER)), claims(&worker));
    assert_eq!(claims(&base.for_task_queue(QUEUE)), claims(&queue));
}

#[test]
fn an_access_token_has_the_rights_of_a_worker_and_no_other() {
    let base = || TaskRouterCapability::worker(WORKSPACE, WORKER);
    let same = base().allow_activity_updates().allow_reservation_updates().ttl(Ttl::from_static(300));
    let token = same.to_access_token().unwrap().identity("zoë".parse().unwrap()).credentials(&api_key());
    let claims = decode(token.sign_at(now()).as_str(), API_SECRET).claims;
    let grant = json!({"workspace_sid": WORKSPACE, "worker_sid": WORKER, "role": "worker"});
    assert_eq!(claims["grants"], json!({"identity": "zoë", "task_router": grant}));
    assert_eq!(claims["exp"], now().as_secs() + 300);
    for (capability, expected) in [
        (base(), MigrationError::TooFewRights),
        (base().allow_activity_updates(), MigrationError::TooFewRights),
        (same.clone().without_rights(), MigrationError::TooFewRights),
        (same.clone().allow_delete_self(), MigrationError::TooManyRights),
        (same.clone().policy(Policy::get(TASKS).deny()), MigrationError::TooManyRights),
        (base().allow_delete_self(), MigrationError::TooManyRights),
    ] {
        let error = capability.to_access_token().unwrap_err();
        assert_eq!(error, expected);
        assert!(error.to_string().contains("role `worker`"), "{error}");
    }
}

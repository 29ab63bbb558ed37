//! How often building and signing a TaskRouter capability token allocates.

#![allow(
    clippy::unwrap_used,
    reason = "a test fails by panicking, also in the function that the tests share"
)]

use allocation_counter::measure;
use twilio_capability_core::{
    AccountCredentials, Policy, PolicyUrl, TaskRouterCapability, UnixTime, WorkerSid, WorkspaceSid,
};

const WORKSPACE: WorkspaceSid = WorkspaceSid::from_static("WS0123456789abcdef0123456789abcdef");
const WORKER: WorkerSid = WorkerSid::from_static("WK0123456789abcdef0123456789abcdef");
const TASKS: PolicyUrl = PolicyUrl::from_static("/Tasks/**");

fn account() -> AccountCredentials {
    AccountCredentials::new(
        "AC0123456789abcdef0123456789abcdef".parse().unwrap(),
        "0123456789abcdef0123456789abcdef".parse().unwrap(),
    )
}

#[test]
fn signing_allocates_the_token_its_claims_and_the_url_of_each_policy() {
    let account = account();
    let capability = TaskRouterCapability::workspace(WORKSPACE).credentials(&account);
    drop(capability.sign_at(UnixTime::EPOCH));
    // The claims, the token, the list of policies, the URL for the events, and that of one right.
    let counted = measure(|| drop(capability.sign_at(UnixTime::EPOCH)));
    assert_eq!((counted.count_total, counted.count_current), (5, 0));

    let worker =
        TaskRouterCapability::worker(WORKSPACE, WORKER).allow_activity_updates().credentials(&account);
    // The URLs of four more rights, and the filter of one, whose JSON is made once for all.
    drop(worker.sign_at(UnixTime::EPOCH));
    let counted = measure(|| drop(worker.sign_at(UnixTime::EPOCH)));
    assert_eq!((counted.count_total, counted.count_current), (12, 0));

    let counted = measure(|| {
        let capability = TaskRouterCapability::workspace(WORKSPACE).policy(Policy::get(TASKS));
        drop(capability.credentials(&account).sign_at(UnixTime::EPOCH));
    });
    assert_eq!(counted.count_current, 0);
}

#[test]
fn a_prepared_capability_mints_into_a_string_without_allocating() {
    let account = account();
    let prepared = TaskRouterCapability::worker(WORKSPACE, WORKER).credentials(&account).prepare();
    let mut jwt = String::new();
    prepared.mint_into(&mut jwt);
    let counted = measure(|| prepared.mint_into(&mut jwt));
    assert_eq!((counted.count_total, counted.count_current), (0, 0));
}

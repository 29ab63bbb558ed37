//! `task_router_capability!` makes the same tokens as the builder.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use twilio_capability::task_router::Channel;
use twilio_capability::{
    AccountCredentials, FilterName, Policy, PolicyFilter, PolicyUrl, TaskQueueSid, TaskRouterCapability, Ttl,
    UnixTime, WorkerSid, WorkspaceSid, task_router_capability,
};

use crate::support::{account, now};

const WORKSPACE: WorkspaceSid = WorkspaceSid::from_static("WS11111111111111111111111111111111");
const WORKER: WorkerSid = WorkerSid::from_static("WK11111111111111111111111111111111");
const QUEUE: TaskQueueSid = TaskQueueSid::from_static("WQ11111111111111111111111111111111");
const TASKS: PolicyUrl = PolicyUrl::from_static("/Tasks/**");

#[track_caller]
fn same<A: Channel, B: Channel, C, D>(a: TaskRouterCapability<A, C>, b: TaskRouterCapability<B, D>) {
    let (a, b) = (a.credentials(&account()).sign_at(now()), b.credentials(&account()).sign_at(now()));
    assert_eq!(a.as_str(), b.as_str());
}

#[test]
fn the_channel() {
    let workspace = || TaskRouterCapability::workspace(WORKSPACE);
    same(task_router_capability! { workspace "WS11111111111111111111111111111111" }, workspace());
    same(task_router_capability! { workspace WORKSPACE; }, workspace());
    same(task_router_capability! { workspace &WORKSPACE }, workspace());
    let worker = || TaskRouterCapability::worker(WORKSPACE, WORKER);
    same(
        task_router_capability! { workspace WORKSPACE; worker "WK11111111111111111111111111111111" },
        worker(),
    );
    same(task_router_capability! { worker WORKER; workspace WORKSPACE }, worker());
    let queue = TaskRouterCapability::task_queue(WORKSPACE, QUEUE);
    same(
        task_router_capability! { task_queue "WQ11111111111111111111111111111111"; workspace WORKSPACE },
        queue,
    );
}

#[test]
fn rights_in_any_place() {
    let all = || {
        TaskRouterCapability::worker(WORKSPACE, WORKER)
            .allow_fetch_subresources()
            .allow_update_self()
            .allow_update_subresources()
            .allow_delete_self()
            .allow_delete_subresources()
            .allow_activity_updates()
            .allow_reservation_updates()
    };
    same(
        task_router_capability! {
            allow reservation_updates, activity_updates, delete_subresources, delete_self, update_subresources,
                update_self, fetch_subresources;
            workspace WORKSPACE;
            worker WORKER
        },
        all(),
    );
    same(
        task_router_capability! { workspace WORKSPACE; allow fetch_subresources, },
        TaskRouterCapability::workspace(WORKSPACE).allow_fetch_subresources(),
    );
}

#[test]
fn policies() {
    let limit = PolicyFilter::new().optional(FilterName::from_static("Limit"));
    let status = PolicyFilter::new()
        .required(FilterName::from_static("ReservationStatus"))
        .optional(FilterName::from_static("a-b"));
    let base = TaskRouterCapability::workspace(WORKSPACE);
    let tasks = Policy::post(TASKS).query_filter(limit.clone()).post_filter(status.clone());
    same(
        task_router_capability! {
            workspace WORKSPACE;
            policy POST "/Tasks/**" query { Limit = optional } post { ReservationStatus = required, "a-b" = optional };
            policy GET "/Workers" query < Limit = optional >;
            deny DELETE "/Tasks/**";
            deny POST TASKS post { ReservationStatus = required, "a-b" = optional } query { Limit = optional }
        },
        base.clone()
            .policy(tasks.clone())
            .policy(Policy::get(PolicyUrl::from_static("/Workers")).query_filter(limit))
            .policy(Policy::delete(TASKS).deny())
            .policy(tasks.deny()),
    );
    let path = String::from("/Tasks/**");
    same(
        task_router_capability! { workspace WORKSPACE; policy GET path.parse().unwrap() },
        base.policy(Policy::get(TASKS)),
    );
}

#[test]
fn times_and_credentials() {
    let (hour, account) = (Ttl::from_static(3600), account());
    let start = UnixTime::from_secs(1_700_000_100).unwrap();
    same(
        task_router_capability! { workspace WORKSPACE; ttl 1h; not_before start; credentials account },
        TaskRouterCapability::workspace(WORKSPACE).ttl(hour).not_before(start),
    );
    same(
        task_router_capability! { workspace WORKSPACE; expires start; credentials &account },
        TaskRouterCapability::workspace(WORKSPACE).expires_at(start),
    );
    let boxed: Box<AccountCredentials> = Box::new(account);
    let token = task_router_capability! { workspace WORKSPACE; credentials boxed }.sign_at(now());
    same(task_router_capability! { workspace WORKSPACE }, TaskRouterCapability::workspace(WORKSPACE));
    assert_eq!(token.expires_at().as_secs(), now().as_secs() + 3600);
}

#[test]
fn statements_can_be_named_like_variables() {
    let (workspace, worker, query) = (WORKSPACE, WORKER, TASKS);
    same(
        task_router_capability! { workspace workspace; worker worker; policy GET (query) },
        TaskRouterCapability::worker(WORKSPACE, WORKER).policy(Policy::get(TASKS)),
    );
}

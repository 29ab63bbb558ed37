//! `capability`, `access` and `task-router` make the tokens that the library makes.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use twilio_capability::{
    AccessToken, AccountCredentials, ApiKeyCredentials, ApplicationSid, ClientCapability, ClientName,
    EventStream, Outgoing, OutgoingParams, Region, SyncGrant, TaskRouterCapability, Ttl, UnixTime,
    VoiceGrant,
};

use crate::support::{ACCOUNT_SID, API_KEYS, APPLICATION, KEY, KEY_SID, KEYS, NOW, run};

fn account() -> AccountCredentials {
    AccountCredentials::new(ACCOUNT_SID.parse().unwrap(), KEY.parse().unwrap())
}

fn api_key() -> ApiKeyCredentials {
    let secret = "not_a_real_api_secret".parse().unwrap();
    ApiKeyCredentials::new(ACCOUNT_SID.parse().unwrap(), KEY_SID.parse().unwrap(), secret)
}

fn now() -> UnixTime {
    NOW.parse().unwrap()
}

fn application() -> ApplicationSid {
    APPLICATION.parse().unwrap()
}

#[test]
fn capability_makes_the_token_of_the_builder() {
    let john = ClientName::from_static("john");
    let expected = ClientCapability::new()
        .incoming(ClientName::from_static("jane"))
        .outgoing(
            Outgoing::to(application())
                .as_client(john)
                .param("user_id".parse().unwrap(), 42)
                .param("q".parse().unwrap(), "a=b & c"),
        )
        .events(EventStream::new().filter("EventType".parse().unwrap(), "call.completed"))
        .ttl(Ttl::from_static(300))
        .not_before(now())
        .credentials(&account())
        .sign_at(now());
    let args = [
        "capability",
        "--incoming",
        "jane",
        "--outgoing",
        APPLICATION,
        "--as",
        "john",
        "--param",
        "user_id=42",
    ];
    let more =
        ["--param", "q=a=b & c", "--events", "EventType=call.completed", "--ttl", "5m", "--not-before", NOW];
    let output = run(&[&args[..], &more, &["--at", NOW]].concat(), &KEYS, b"");
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    assert_eq!(output.stdout, format!("{}\n", expected.as_str()));

    // A variable of the shell that is empty grants nothing.
    let output = run(&["capability", "--events", ""], &KEYS, b"");
    assert_eq!((output.status, output.stdout.as_str()), (2, ""));

    let all_events = ClientCapability::new().events(EventStream::new()).credentials(&account());
    let output = run(&["capability", "--events", "--at", NOW, "--quiet"], &KEYS, b"");
    assert_eq!(output.stdout, format!("{}\n", all_events.sign_at(now()).as_str()));
    let until = all_events.expires_at("2023-11-14T22:14:20Z".parse().unwrap()).sign_at(now());
    let output = run(&["capability", "--events", "--at", NOW, "--expires", "1700000060"], &KEYS, b"");
    assert_eq!(output.stdout, format!("{}\n", until.as_str()));
}

#[test]
fn access_makes_the_token_of_the_builder() {
    let params = OutgoingParams::new()
        .param("plan".parse().unwrap(), "gold")
        .param("tags".parse().unwrap(), vec![1, 2]);
    let expected = AccessToken::new()
        .voice_identity("john".parse().unwrap())
        .voice(VoiceGrant::new().incoming().outgoing_with(application(), params))
        .sync(SyncGrant::default_service())
        .region(Region::IE1)
        .id("order-4711".parse().unwrap())
        .credentials(&api_key())
        .sign_at(now());
    let args = ["access", "--identity", "john", "--voice-incoming", "--voice-outgoing", APPLICATION];
    let more = [
        "--param",
        "plan=gold",
        "--param-json",
        "tags=[1,2]",
        "--sync",
        "default",
        "--region",
        "ie1",
        "--id",
        "order-4711",
        "--at",
        NOW,
    ];
    let output = run(&[&args[..], &more].concat(), &API_KEYS, b"");
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    assert_eq!(output.stdout, format!("{}\n", expected.as_str()));
}

#[test]
fn nothing_is_granted_that_was_not_asked_for() {
    for (args, grants) in [
        (&["--voice-incoming"][..], json!({ "voice": { "incoming": { "allow": true } } })),
        (
            &["--voice-outgoing", APPLICATION],
            json!({ "voice": { "outgoing": { "application_sid": APPLICATION } } }),
        ),
        (&["--video"], json!({ "video": {} })),
        (&["--video=daily"], json!({ "video": { "room": "daily" } })),
        (
            &["--chat", "IS11111111111111111111111111111111"],
            json!({ "chat": { "service_sid": "IS11111111111111111111111111111111" } }),
        ),
        (&["--sync", "default"], json!({ "data_sync": { "service_sid": "default" } })),
        (
            &["--task-router", "WS11111111111111111111111111111111"],
            json!({ "task_router": { "workspace_sid": "WS11111111111111111111111111111111" } }),
        ),
    ] {
        let output = run(&[&["access", "--anonymous", "--json"], args].concat(), &API_KEYS, b"");
        if args[0].starts_with("--voice") {
            assert_eq!(output.status, 2);
            assert!(output.stderr.contains("a token with Voice needs an identity"), "{}", output.stderr);
        } else {
            let printed: Value = serde_json::from_str(&output.stdout).unwrap();
            assert_eq!((&printed["claims"]["grants"], &printed["identity"]), (&grants, &Value::Null));
        }
        let output = run(&[&["access", "--identity", "john", "--json"], args].concat(), &API_KEYS, b"");
        let printed: Value = serde_json::from_str(&output.stdout).unwrap();
        let mut expected = grants;
        expected["identity"] = "john".into();
        assert_eq!(printed["claims"]["grants"], expected);
        assert_eq!(printed["identity"], "john");
        assert_eq!(printed["expires_at"], printed["claims"]["exp"]);
        assert_eq!(printed["token"].as_str().unwrap().split('.').count(), 3);
    }
}

#[test]
fn task_router_makes_the_token_of_the_builder() {
    let (workspace, worker) = ("WS11111111111111111111111111111111", "WK11111111111111111111111111111111");
    let queue = "WQ11111111111111111111111111111111";
    let of_worker = TaskRouterCapability::worker(workspace.parse().unwrap(), worker.parse().unwrap());
    let of_queue = TaskRouterCapability::task_queue(workspace.parse().unwrap(), queue.parse().unwrap());
    let of_workspace = TaskRouterCapability::workspace(workspace.parse().unwrap());
    let account = account();
    for (args, expected) in [
        (&["--worker", worker][..], of_worker.clone().credentials(&account).sign_at(now())),
        (
            &[
                "--worker",
                worker,
                "--allow",
                "activity-updates",
                "--allow",
                "reservation-updates,delete-self",
            ],
            of_worker
                .allow_activity_updates()
                .allow_reservation_updates()
                .allow_delete_self()
                .credentials(&account)
                .sign_at(now()),
        ),
        (
            &["--task-queue", queue, "--allow", "fetch-subresources,update-self"],
            of_queue.allow_fetch_subresources().allow_update_self().credentials(&account).sign_at(now()),
        ),
        (
            &["--allow", "update-subresources,delete-subresources"],
            of_workspace
                .allow_update_subresources()
                .allow_delete_subresources()
                .credentials(&account)
                .sign_at(now()),
        ),
    ] {
        let output =
            run(&[&["task-router", "--workspace", workspace, "--at", NOW], args].concat(), &KEYS, b"");
        assert_eq!((output.status, output.stderr.as_str()), (0, ""), "{args:?}");
        assert_eq!(output.stdout, format!("{}\n", expected.as_str()), "{args:?}");
    }
}

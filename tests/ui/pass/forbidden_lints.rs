//! A crate that forbids lints can call the macros.

#![forbid(warnings, unused, future_incompatible, nonstandard_style, long_running_const_eval)]

use twilio_capability::{
    AccountCredentials, ApiKeyCredentials, CallParams, access_token, capability, task_router_capability,
};

#[derive(CallParams)]
struct Caller {
    user_id: u64,
}

fn tokens(account: &AccountCredentials, api_key: &ApiKeyCredentials) -> [String; 3] {
    let caller = Caller { user_id: 7 };
    let capability = capability! {
        incoming "john";
        outgoing "AP11111111111111111111111111111111" as "john" { user_id = caller.user_id, ..caller };
        ttl 300
    };
    let access = access_token! {
        identity concat!("jo", "hn");
        voice { incoming; outgoing "AP11111111111111111111111111111111" { plan = "free" } };
        ttl 5m
    };
    let task_router = task_router_capability! {
        workspace "WS11111111111111111111111111111111";
        worker "WK11111111111111111111111111111111";
        ttl 300
    };
    [
        capability.credentials(account).sign().to_string(),
        access.credentials(api_key).sign().to_string(),
        task_router.credentials(account).sign().to_string(),
    ]
}

fn main() {
    let account = AccountCredentials::new(
        "AC00000000000000000000000000000000".parse().unwrap(),
        "not_a_real_auth_token".parse().unwrap(),
    );
    let api_key = ApiKeyCredentials::new(
        "AC00000000000000000000000000000000".parse().unwrap(),
        "SK00000000000000000000000000000000".parse().unwrap(),
        "not_a_real_api_secret".parse().unwrap(),
    );
    assert!(tokens(&account, &api_key).iter().all(|token| token.split('.').count() == 3));
}

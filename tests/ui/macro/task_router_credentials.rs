//! An API key, a string or an `Option` is used to sign a TaskRouter capability token.

use twilio_capability::{AccountCredentials, ApiKeyCredentials, WorkspaceSid, task_router_capability};

fn tokens(workspace: WorkspaceSid, api_key: &ApiKeyCredentials, account: Option<AccountCredentials>) {
    let _ = task_router_capability! { workspace; credentials api_key };
    let _ = task_router_capability! { workspace workspace; credentials api_key };
    let _ = task_router_capability! { workspace workspace; credentials account };
    let _ = task_router_capability! { workspace workspace; policy GET "/Tasks"; credentials "not_a_real_auth_token" };
}

fn main() {}

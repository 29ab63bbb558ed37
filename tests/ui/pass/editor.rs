//! What rust-analyzer sees of a call: each word is an item with documentation, and the call has its type.

use twilio_capability::__private::editor;
use twilio_capability::{
    AccountCredentials, ApiKeyCredentials, ApplicationSid, ClientName, Identity, PlaybackGrant, PolicyUrl, TokenId, Ttl, UnixTime,
    VoiceIdentity, WorkerSid, WorkspaceSid, access_token, capability, task_router_capability,
};

fn same<T>(_: T, _: T) {}

macro_rules! both {
    ($macro:ident { $($input:tt)* }) => {
        same($macro! { $($input)* }, editor::$macro! { twilio_capability; $($input)* })
    };
}

fn capabilities(account: &AccountCredentials, app: ApplicationSid, name: &ClientName, ttl: Ttl, time: UnixTime) {
    let user_id = 42;
    both!(capability { incoming name });
    both!(capability { incoming "john"; not_before time; expires time });
    both!(capability { outgoing app as name { user_id, plan = "free" }; events { CallSid = user_id }; ttl ttl });
    both!(capability { events; credentials account; ttl 5m });
    let _ = name;
}

fn access_tokens(api_key: &ApiKeyCredentials, app: ApplicationSid, name: &VoiceIdentity, user: &Identity, time: UnixTime) {
    both!(access_token { identity user; video });
    both!(access_token { anonymous; video { room "daily" }; expires time });
    both!(access_token {
        credentials api_key;
        identity name;
        voice { incoming; outgoing app { id = 1 }; push_credential "CR11111111111111111111111111111111"; endpoint_id "a" };
        chat {
            service "IS11111111111111111111111111111111";
            endpoint_id "a";
            deployment_role "RL11111111111111111111111111111111";
            push_credential "CR11111111111111111111111111111111"
        };
        sync { service "IS11111111111111111111111111111111"; endpoint_id "a" };
        task_router {
            workspace "WS11111111111111111111111111111111";
            worker "WK11111111111111111111111111111111";
            role "worker"
        };
        region "au1";
        ttl 5m;
        not_before time
    });
}

fn with_playback(user: &Identity, grant: PlaybackGrant, id: TokenId) {
    both!(access_token { identity user; playback grant.clone(); id id.clone() });
}

fn task_router(account: &AccountCredentials, workspace: WorkspaceSid, worker: WorkerSid, path: &PolicyUrl, ttl: Ttl) {
    both!(task_router_capability { workspace workspace });
    both!(task_router_capability { workspace workspace; task_queue "WQ11111111111111111111111111111111" });
    both!(task_router_capability {
        credentials account;
        workspace workspace;
        worker worker;
        allow activity_updates, reservation_updates, fetch_subresources, update_self, update_subresources, delete_self,
            delete_subresources;
        policy POST path query { Limit = optional } post { Status = required };
        deny DELETE "/Tasks/**";
        deny GET "/Workers";
        ttl ttl
    });
}

fn main() {
    let _ = (capabilities, access_tokens, with_playback, task_router);
}

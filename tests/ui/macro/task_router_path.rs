//! The path of a policy is not one below the workspace.

use twilio_capability::task_router_capability;

fn main() {
    let _ = task_router_capability! {
        workspace "WS11111111111111111111111111111111";
        policy GET "Tasks/**";
        policy GET "/Tasks?Priority=1";
        policy GET "/Tasks/";
        policy GET "/v1/Workspaces/WS1";
        policy GET "https://example.com/v1";
        deny DELETE ""
    };
    let _ = task_router_capability! {
        workspace "WS11111111111111111111111111111111";
        policy GET "/Task/**";
        policy GET "/Workers/*/reservations";
        policy GET "/Workspaces/WS11111111111111111111111111111111/Tasks";
        policy GET "https://taskrouter.twilio.com/v1/Workspace/WS11111111111111111111111111111111/Tasks"
    };
}

//! A policy filters a form that its requests do not have, or is about another workspace.

use twilio_capability::task_router_capability;

fn main() {
    let _ = task_router_capability! {
        workspace "WS11111111111111111111111111111111";
        policy GET "/Tasks" query { Limit = optional } post { Priority = required };
        deny DELETE "/Tasks/*" post { Priority = optional };
        policy GET "https://taskrouter.twilio.com/v1/Workspaces/WS22222222222222222222222222222222/Tasks/**"
    };
}

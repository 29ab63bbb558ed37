//! A statement, a right or a method has another name.

use twilio_capability::task_router_capability;

fn main() {
    let _ = task_router_capability! {
        workspace_sid "WS11111111111111111111111111111111";
        alow update_self;
        allow update_activities, updat_self, fetch_activities;
        policy PATCH "/Tasks";
        policy get "/Tasks";
        role "worker";
        incoming "john"
    };
}

//! A right, a list of rights or a method is given twice.

use twilio_capability::task_router_capability;

fn main() {
    let _ = task_router_capability! {
        workspace "WS11111111111111111111111111111111";
        allow update_self, update_self;
        allow delete_self;
        policy GET "/Tasks" POST "/Tasks"
    };
}

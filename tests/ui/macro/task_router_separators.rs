//! A comma or a semicolon is missing, or one stands for the other.

use twilio_capability::task_router_capability;

fn main() {
    let _ = task_router_capability! {
        workspace "WS11111111111111111111111111111111"
        allow update_self delete_self, ttl 5m;
        policy GET "/Tasks", deny DELETE "/Tasks"
        deny POST = "/Tasks"
    };
}

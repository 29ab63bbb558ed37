//! A field of a filter is neither required nor optional.

use twilio_capability::task_router_capability;

fn main() {
    let _ = task_router_capability! {
        workspace "WS11111111111111111111111111111111";
        policy GET "/Tasks" query { Limit = 10, Priority, Page = optional, Page = required };
        policy POST "/Tasks" post { "a b" = required }
    };
}

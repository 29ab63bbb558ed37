//! A right of workers is in the token of a workspace.

use twilio_capability::task_router_capability;

fn main() {
    let _ = task_router_capability! {
        workspace "WS11111111111111111111111111111111";
        allow fetch_subresources, activity_updates
    };
    let _ = task_router_capability! {
        workspace "WS11111111111111111111111111111111";
        task_queue "WQ11111111111111111111111111111111";
        allow reservation_updates
    };
}

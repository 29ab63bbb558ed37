//! The token is for a worker and for a task queue.

use twilio_capability::task_router_capability;

fn main() {
    let _ = task_router_capability! {
        workspace "WS11111111111111111111111111111111";
        worker "WK11111111111111111111111111111111";
        task_queue "WQ11111111111111111111111111111111"
    };
}

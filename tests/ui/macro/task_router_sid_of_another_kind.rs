//! A SID of a worker stands for the workspace.

use twilio_capability::task_router_capability;

fn main() {
    let _ = task_router_capability! {
        workspace "WK11111111111111111111111111111111";
        worker "WS1111111111111111111111111111111X"
    };
}

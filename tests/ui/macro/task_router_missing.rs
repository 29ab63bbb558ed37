//! There is no workspace, no right, no method or no path.

use twilio_capability::task_router_capability;

fn main() {
    let _ = task_router_capability! { worker "WK11111111111111111111111111111111" };
    let _ = task_router_capability! { workspace "WS11111111111111111111111111111111"; allow };
    let _ = task_router_capability! { workspace "WS11111111111111111111111111111111"; policy "/Tasks" };
    let _ = task_router_capability! { workspace "WS11111111111111111111111111111111"; deny DELETE };
}

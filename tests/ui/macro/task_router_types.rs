//! An expression is not of the type that its statement takes.
//! The message names the type and says how to make one.

use twilio_capability::{WorkspaceSid, task_router_capability};

fn tokens(workspace: WorkspaceSid, path: &str) {
    let _ = task_router_capability! { workspace workspace; task_queue workspace };
    let _ = task_router_capability! { workspace workspace; policy GET path };
}

fn main() {}

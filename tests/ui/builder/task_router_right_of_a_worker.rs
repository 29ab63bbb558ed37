//! A right of workers is added to the token of a workspace.

use twilio_capability::{TaskRouterCapability, WorkspaceSid};

fn capability(workspace: WorkspaceSid) {
    let _ = TaskRouterCapability::workspace(workspace).allow_activity_updates();
}

fn main() {}

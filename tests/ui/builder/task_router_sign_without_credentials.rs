//! A TaskRouter capability without credentials is signed.

use twilio_capability::{TaskRouterCapability, WorkspaceSid};

fn token(workspace: WorkspaceSid) {
    let _ = TaskRouterCapability::workspace(workspace).sign();
}

fn main() {}

//! Two SIDs of a call are swapped.

use twilio_capability::{
    ServiceSid, TaskQueueSid, WorkerSid, WorkspaceSid, RoleSid, access_token, task_router_capability,
};

fn worker(workspace: WorkspaceSid, worker: WorkerSid) {
    let _ = task_router_capability! { workspace worker; worker workspace };
}

fn task_queue(workspace: WorkspaceSid, queue: TaskQueueSid) {
    let _ = task_router_capability! { workspace workspace; task_queue workspace };
    let _ = task_router_capability! { workspace queue };
}

fn grants(service: ServiceSid, role: RoleSid) {
    let _ = access_token! { identity "john"; chat { service role; deployment_role service } };
}

fn main() {}

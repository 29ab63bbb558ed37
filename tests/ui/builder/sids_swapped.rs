//! The two SIDs of a constructor are in the wrong order.
//! Swap them.

use twilio_capability::{
    AccountSid, ApiKeyCredentials, ApiKeySid, ApiSecret, ApplicationSid, CallParams, ClientName, OutgoingParams,
    TaskQueueSid, TaskRouterCapability, TaskRouterGrant, UnixTime, VoiceGrant, WorkerSid, WorkspaceSid,
    webhook::ParamsKey,
};

fn credentials(account: AccountSid, key: ApiKeySid, secret: ApiSecret) -> ApiKeyCredentials {
    ApiKeyCredentials::new(key, account, secret)
}

fn worker(workspace: WorkspaceSid, worker: WorkerSid) {
    let _ = TaskRouterCapability::worker(worker, workspace);
}

fn task_queue(workspace: WorkspaceSid, queue: TaskQueueSid) {
    let _ = TaskRouterCapability::task_queue(queue, workspace);
}

fn grant(workspace: WorkspaceSid, worker: WorkerSid) {
    let _ = TaskRouterGrant::new(worker).worker(workspace);
}

fn signed(key: &ParamsKey, account: AccountSid, app: ApplicationSid, name: &ClientName, caller: &impl CallParams) {
    let _ = key.sign_params(caller, app, account, name, UnixTime::now());
}

fn outgoing(account: AccountSid, params: OutgoingParams) {
    let _ = VoiceGrant::new().outgoing_with(account, params);
}

fn main() {}

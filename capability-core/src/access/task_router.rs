use super::grants::Grant;
use super::json::Object;
use crate::sealed::Sealed;
use crate::{WorkerRole, WorkerSid, WorkspaceSid};

/// TaskRouter: the workspace, and who the owner of a token is in it.
///
/// ```
/// use twilio_capability_core::{TaskRouterGrant, WorkerRole, WorkerSid, WorkspaceSid};
///
/// const WORKSPACE: WorkspaceSid = WorkspaceSid::from_static("WS00000000000000000000000000000000");
/// const WORKER: WorkerSid = WorkerSid::from_static("WK00000000000000000000000000000000");
///
/// let grant = TaskRouterGrant::new(WORKSPACE).worker(WORKER).role(WorkerRole::WORKER);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TaskRouterGrant {
    workspace: WorkspaceSid,
    worker: Option<WorkerSid>,
    role: Option<WorkerRole>,
}

impl TaskRouterGrant {
    /// A workspace.
    #[must_use]
    pub fn new(workspace: WorkspaceSid) -> Self {
        Self { workspace, worker: None, role: None }
    }

    /// The worker that the identity is.
    #[must_use]
    pub fn worker(mut self, worker: WorkerSid) -> Self {
        self.worker = Some(worker);
        self
    }

    /// What it may do.
    #[must_use]
    pub fn role(mut self, role: WorkerRole) -> Self {
        self.role = Some(role);
        self
    }
}

impl Sealed for TaskRouterGrant {}

impl Grant for TaskRouterGrant {
    fn place(&self) -> usize {
        4
    }

    fn write(&self, grants: &mut Object<'_>) {
        grants.object("task_router", |object| {
            object.plain_text("workspace_sid", self.workspace.as_bytes());
            if let Some(worker) = &self.worker {
                object.plain_text("worker_sid", worker.as_bytes());
            }
            if let Some(role) = &self.role {
                object.text("role", role.as_str());
            }
        });
    }

    fn size_hint(&self) -> usize {
        140 + self.role.as_ref().map_or(0, |role| role.as_str().len())
    }
}

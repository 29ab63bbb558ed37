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
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, TaskRouterGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let workspace = "WS00000000000000000000000000000000".parse()?;
    /// let grant = TaskRouterGrant::new(workspace);
    /// # let token = AccessToken::new().voice_identity("john".parse()?).task_router(grant).credentials(&api_key).sign();
    /// # let inspection = inspect(token.as_str());
    /// let task_router = inspection.grants().unwrap().task_router.as_ref().unwrap();
    /// assert_eq!(task_router.workspace_sid.as_deref(), Some("WS00000000000000000000000000000000"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(workspace: WorkspaceSid) -> Self {
        Self { workspace, worker: None, role: None }
    }

    /// The worker that the identity is.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, TaskRouterGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let workspace = "WS00000000000000000000000000000000".parse()?;
    /// let grant = TaskRouterGrant::new(workspace).worker("WK00000000000000000000000000000000".parse()?);
    /// # let token = AccessToken::new().voice_identity("john".parse()?).task_router(grant).credentials(&api_key).sign();
    /// # let inspection = inspect(token.as_str());
    /// let task_router = inspection.grants().unwrap().task_router.as_ref().unwrap();
    /// assert_eq!(task_router.worker_sid.as_deref(), Some("WK00000000000000000000000000000000"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn worker(mut self, worker: WorkerSid) -> Self {
        self.worker = Some(worker);
        self
    }

    /// What it may do.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, TaskRouterGrant, WorkerRole};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let workspace = "WS00000000000000000000000000000000".parse()?;
    /// let grant = TaskRouterGrant::new(workspace).role(WorkerRole::SUPERVISOR);
    /// # let token = AccessToken::new().voice_identity("john".parse()?).task_router(grant).credentials(&api_key).sign();
    /// # let inspection = inspect(token.as_str());
    /// let task_router = inspection.grants().unwrap().task_router.as_ref().unwrap();
    /// assert_eq!(task_router.role.as_deref(), Some("supervisor"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
}

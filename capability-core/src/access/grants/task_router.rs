use twilio_capability_rules::sid::SidKind;

use super::read_write::{Fields, ReadGrant, Unreadable, WriteGrant, called, find_sid, member};
use crate::inspect::Findings;
use crate::jwt::{Claim, Object};
use crate::values::{WorkerRole, WorkerSid, WorkspaceSid};

const TASK_ROUTER: Claim = member("/grants/task_router");
const WORKSPACE: Claim = member("/grants/task_router/workspace_sid");
const WORKER: Claim = member("/grants/task_router/worker_sid");
const ROLE: Claim = member("/grants/task_router/role");

/// Grant for TaskRouter: the workspace, and the user's worker and role in it.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{TaskRouterGrant, WorkerRole, WorkerSid, WorkspaceSid};
///
/// const WORKSPACE: WorkspaceSid = WorkspaceSid::from_static("WS00000000000000000000000000000000");
/// const WORKER: WorkerSid = WorkerSid::from_static("WK00000000000000000000000000000000");
///
/// let grant = TaskRouterGrant::new(WORKSPACE).worker(WORKER).role(WorkerRole::WORKER);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[must_use = "a grant does nothing until a token has it"]
pub struct TaskRouterGrant {
    workspace: WorkspaceSid,
    worker: Option<WorkerSid>,
    role: Option<WorkerRole>,
}

impl TaskRouterGrant {
    /// Creates a grant for a workspace.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, TaskRouterGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let workspace = "WS00000000000000000000000000000000".parse()?;
    ///     let grant = TaskRouterGrant::new(workspace);
    ///     let token = AccessToken::new().voice_identity("john".parse()?).task_router(grant).credentials(api_key).sign();
    ///     let inspection = inspect(token.as_str());
    ///     let task_router = inspection.grants().unwrap().task_router.as_ref().unwrap();
    ///     assert_eq!(task_router.workspace_sid.as_deref(), Some("WS00000000000000000000000000000000"));
    ///     Ok(())
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(workspace: WorkspaceSid) -> Self {
        Self { workspace, worker: None, role: None }
    }

    /// Sets the worker that the token is for.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, TaskRouterGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let workspace = "WS00000000000000000000000000000000".parse()?;
    ///     let grant = TaskRouterGrant::new(workspace).worker("WK00000000000000000000000000000000".parse()?);
    ///     let token = AccessToken::new().voice_identity("john".parse()?).task_router(grant).credentials(api_key).sign();
    ///     let inspection = inspect(token.as_str());
    ///     let task_router = inspection.grants().unwrap().task_router.as_ref().unwrap();
    ///     assert_eq!(task_router.worker_sid.as_deref(), Some("WK00000000000000000000000000000000"));
    ///     Ok(())
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn worker(mut self, worker: WorkerSid) -> Self {
        self.worker = Some(worker);
        self
    }

    /// Sets the role of the worker.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, TaskRouterGrant, WorkerRole};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let workspace = "WS00000000000000000000000000000000".parse()?;
    ///     let grant = TaskRouterGrant::new(workspace).role(WorkerRole::SUPERVISOR);
    ///     let token = AccessToken::new().voice_identity("john".parse()?).task_router(grant).credentials(api_key).sign();
    ///     let inspection = inspect(token.as_str());
    ///     let task_router = inspection.grants().unwrap().task_router.as_ref().unwrap();
    ///     assert_eq!(task_router.role.as_deref(), Some("supervisor"));
    ///     Ok(())
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn role(mut self, role: WorkerRole) -> Self {
        self.role = Some(role);
        self
    }
}

impl WriteGrant for TaskRouterGrant {
    fn write(&self, grants: &mut Object<'_>) {
        grants.object(TASK_ROUTER.name(), |task_router| {
            task_router.plain_string(WORKSPACE.name(), self.workspace.as_bytes());
            task_router.optional_string(WORKER.name(), self.worker.as_ref());
            task_router.optional_string(ROLE.name(), self.role.as_ref());
        });
    }
}

/// The TaskRouter grant of a token that was read.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{ReadTaskRouter, inspect};
/// use twilio_capability::{AccessToken, ApiKeyCredentials, TaskRouterGrant, WorkerRole};
///
/// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
///     let workspace = "WS00000000000000000000000000000000".parse()?;
///     let john = AccessToken::new().voice_identity("john".parse()?).credentials(api_key);
///     let token = john.task_router(TaskRouterGrant::new(workspace).role(WorkerRole::WORKER)).sign();
///
///     let inspection = inspect(token.as_str());
///     let task_router: &ReadTaskRouter = inspection.grants().unwrap().task_router.as_ref().unwrap();
///     assert_eq!(task_router.role.as_deref(), Some("worker"));
///     assert_eq!(task_router.worker_sid, None);
///     Ok(())
/// }
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// # check(&api_key)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct ReadTaskRouter {
    /// The workspace.
    pub workspace_sid: Option<String>,
    /// The worker that the token is for.
    pub worker_sid: Option<String>,
    /// The role of the worker.
    pub role: Option<String>,
}

impl ReadGrant for ReadTaskRouter {
    fn read(grants: &mut Fields<'_, '_>) -> Option<Self> {
        grants.object(TASK_ROUTER, |task_router| Self {
            workspace_sid: task_router.string(WORKSPACE),
            worker_sid: task_router.string(WORKER),
            role: task_router.string(ROLE),
        })
    }

    fn explain(&self, unreadable: &Unreadable) -> Option<String> {
        let parts = [
            called("workspace", self.workspace_sid.as_ref()),
            called("worker", self.worker_sid.as_ref()),
            called("role", self.role.as_ref()),
        ];
        unreadable.list("TaskRouter", TASK_ROUTER, parts)
    }

    fn find(&self, unreadable: &Unreadable, findings: &mut Findings) {
        unreadable.find_needed(SidKind::Workspace, WORKSPACE, self.workspace_sid.as_ref(), findings);
        find_sid(SidKind::Worker, WORKER, self.worker_sid.as_ref(), findings);
    }
}

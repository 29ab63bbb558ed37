//! Channels: what the events of a token are about. The channel is in the type of the builder.

use crate::jwt::{Claim, twilio_code};
use crate::sealed::{Private, Sealed};
use crate::values::{TaskQueueSid, WorkerSid, WorkspaceSid};

pub(super) const WORKER: Claim = Claim::new("/worker_sid", twilio_code::INVALID_GRANTS);
pub(super) const TASK_QUEUE: Claim = Claim::new("/taskqueue_sid", twilio_code::INVALID_GRANTS);

/// The channel of a TaskRouter capability: a worker, a task queue or a workspace.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::task_router::Channel;
/// use twilio_capability::{AccountCredentials, TaskRouterCapability, Token};
///
/// fn mint<Ch: Channel>(capability: TaskRouterCapability<Ch>, account: &AccountCredentials) -> Token {
///     capability.credentials(account).sign()
/// }
/// ```
pub trait Channel: Sealed {
    #[doc(hidden)]
    fn parts(&self, _: Private) -> ChannelParts<'_>;
}

/// The channel of a worker. Some rights exist only there.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::task_router::OfWorker;
/// use twilio_capability::TaskRouterCapability;
///
/// fn with_updates<Ch: OfWorker>(capability: TaskRouterCapability<Ch>) -> TaskRouterCapability<Ch> {
///     capability.allow_activity_updates().allow_reservation_updates()
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "only the token of a worker can have this right",
    label = "start with `TaskRouterCapability::worker(workspace, worker)`",
    note = "activities and reservations belong to workers"
)]
pub trait OfWorker: Channel {}

/// What the URLs and the claims of a channel have.
#[expect(unnameable_types, reason = "only a hidden method of a sealed trait returns this type")]
#[derive(Clone, Copy, Debug)]
pub struct ChannelParts<'a> {
    pub(super) workspace: &'a str,
    pub(super) sid: &'a str,
    pub(super) kind: ChannelKind,
}

/// What a channel is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ChannelKind {
    Worker,
    TaskQueue,
    Workspace,
}

impl ChannelKind {
    /// The claim that has the SID of the channel again.
    pub(super) fn claim(self) -> Option<Claim> {
        match self {
            Self::Worker => Some(WORKER),
            Self::TaskQueue => Some(TASK_QUEUE),
            Self::Workspace => None,
        }
    }

    /// The path of the channel's resource below the workspace, up to its SID.
    pub(super) fn folder(self) -> Option<&'static str> {
        match self {
            Self::Worker => Some("/Workers/"),
            Self::TaskQueue => Some("/TaskQueues/"),
            Self::Workspace => None,
        }
    }
}

/// The channel of a worker: its activity, its tasks and its reservations.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::task_router::WorkerChannel;
/// use twilio_capability::{TaskRouterCapability, WorkerSid, WorkspaceSid};
///
/// const WORKSPACE: WorkspaceSid = WorkspaceSid::from_static("WS00000000000000000000000000000000");
///
/// fn capability(worker: WorkerSid) -> TaskRouterCapability<WorkerChannel> {
///     TaskRouterCapability::worker(WORKSPACE, worker)
/// }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WorkerChannel {
    pub(super) workspace: WorkspaceSid,
    pub(super) worker: WorkerSid,
}

/// The channel of a task queue.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::task_router::TaskQueueChannel;
/// use twilio_capability::{TaskQueueSid, TaskRouterCapability, WorkspaceSid};
///
/// const WORKSPACE: WorkspaceSid = WorkspaceSid::from_static("WS00000000000000000000000000000000");
///
/// fn capability(queue: TaskQueueSid) -> TaskRouterCapability<TaskQueueChannel> {
///     TaskRouterCapability::task_queue(WORKSPACE, queue)
/// }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TaskQueueChannel {
    pub(super) workspace: WorkspaceSid,
    pub(super) task_queue: TaskQueueSid,
}

/// The channel of a workspace as a whole.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::task_router::WorkspaceChannel;
/// use twilio_capability::{TaskRouterCapability, WorkspaceSid};
///
/// fn capability(workspace: WorkspaceSid) -> TaskRouterCapability<WorkspaceChannel> {
///     TaskRouterCapability::workspace(workspace)
/// }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WorkspaceChannel {
    pub(super) workspace: WorkspaceSid,
}

impl Sealed for WorkerChannel {}
impl Sealed for TaskQueueChannel {}
impl Sealed for WorkspaceChannel {}

#[diagnostic::do_not_recommend]
impl OfWorker for WorkerChannel {}

impl Channel for WorkerChannel {
    fn parts(&self, _: Private) -> ChannelParts<'_> {
        ChannelParts {
            workspace: self.workspace.as_str(),
            sid: self.worker.as_str(),
            kind: ChannelKind::Worker,
        }
    }
}

impl Channel for TaskQueueChannel {
    fn parts(&self, _: Private) -> ChannelParts<'_> {
        let (workspace, sid) = (self.workspace.as_str(), self.task_queue.as_str());
        ChannelParts { workspace, sid, kind: ChannelKind::TaskQueue }
    }
}

impl Channel for WorkspaceChannel {
    fn parts(&self, _: Private) -> ChannelParts<'_> {
        let workspace = self.workspace.as_str();
        ChannelParts { workspace, sid: workspace, kind: ChannelKind::Workspace }
    }
}

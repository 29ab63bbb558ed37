use super::builder::TaskRouterCapability;
use super::channel::{Channel, OfWorker};
use super::rights::Rights;

/// Setters of the rights. Calling one again changes nothing.
impl<Ch: Channel, C> TaskRouterCapability<Ch, C> {
    /// Allows reading the worker, task queue or workspace of the token. Tokens have this right by default.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{TaskRouterCapability, WorkspaceSid};
    ///
    /// fn capability(workspace: WorkspaceSid) -> TaskRouterCapability {
    ///     TaskRouterCapability::workspace(workspace).allow_fetch_self()
    /// }
    /// ```
    pub fn allow_fetch_self(self) -> Self {
        self.with_rights(Rights::FETCH_SELF)
    }

    /// Allows changing the worker, task queue or workspace of the token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::task_router::TaskQueueChannel;
    /// use twilio_capability::{TaskQueueSid, TaskRouterCapability, WorkspaceSid};
    ///
    /// fn capability(workspace: WorkspaceSid, queue: TaskQueueSid) -> TaskRouterCapability<TaskQueueChannel> {
    ///     TaskRouterCapability::task_queue(workspace, queue).allow_update_self()
    /// }
    /// ```
    pub fn allow_update_self(self) -> Self {
        self.with_rights(Rights::UPDATE_SELF)
    }

    /// Allows deleting the worker, task queue or workspace of the token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::task_router::TaskQueueChannel;
    /// use twilio_capability::{TaskQueueSid, TaskRouterCapability, WorkspaceSid};
    ///
    /// fn capability(workspace: WorkspaceSid, queue: TaskQueueSid) -> TaskRouterCapability<TaskQueueChannel> {
    ///     TaskRouterCapability::task_queue(workspace, queue).allow_delete_self()
    /// }
    /// ```
    pub fn allow_delete_self(self) -> Self {
        self.with_rights(Rights::DELETE_SELF)
    }

    /// Allows reading everything below the worker, task queue or workspace of the token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{TaskRouterCapability, WorkspaceSid};
    ///
    /// fn capability(workspace: WorkspaceSid) -> TaskRouterCapability {
    ///     TaskRouterCapability::workspace(workspace).allow_fetch_subresources()
    /// }
    /// ```
    pub fn allow_fetch_subresources(self) -> Self {
        self.with_rights(Rights::FETCH_SUBRESOURCES)
    }

    /// Allows changing everything below the worker, task queue or workspace of the token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{TaskRouterCapability, WorkspaceSid};
    ///
    /// fn capability(workspace: WorkspaceSid) -> TaskRouterCapability {
    ///     TaskRouterCapability::workspace(workspace).allow_update_subresources()
    /// }
    /// ```
    pub fn allow_update_subresources(self) -> Self {
        self.with_rights(Rights::UPDATE_SUBRESOURCES)
    }

    /// Allows deleting everything below the worker, task queue or workspace of the token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{TaskRouterCapability, WorkspaceSid};
    ///
    /// fn capability(workspace: WorkspaceSid) -> TaskRouterCapability {
    ///     TaskRouterCapability::workspace(workspace).allow_delete_subresources()
    /// }
    /// ```
    pub fn allow_delete_subresources(self) -> Self {
        self.with_rights(Rights::DELETE_SUBRESOURCES)
    }

    /// Allows a worker to read the workspace's activities. Tokens of workers have this right by default.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::task_router::WorkerChannel;
    /// use twilio_capability::{TaskRouterCapability, WorkerSid, WorkspaceSid};
    ///
    /// fn capability(workspace: WorkspaceSid, worker: WorkerSid) -> TaskRouterCapability<WorkerChannel> {
    ///     TaskRouterCapability::worker(workspace, worker).allow_fetch_activities()
    /// }
    /// ```
    pub fn allow_fetch_activities(self) -> Self
    where
        Ch: OfWorker,
    {
        self.with_rights(Rights::FETCH_ACTIVITIES)
    }

    /// Allows a worker to read the workspace's tasks and their reservations. Tokens of workers have this right by default.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::task_router::WorkerChannel;
    /// use twilio_capability::{TaskRouterCapability, WorkerSid, WorkspaceSid};
    ///
    /// fn capability(workspace: WorkspaceSid, worker: WorkerSid) -> TaskRouterCapability<WorkerChannel> {
    ///     TaskRouterCapability::worker(workspace, worker).allow_fetch_reservations()
    /// }
    /// ```
    pub fn allow_fetch_reservations(self) -> Self
    where
        Ch: OfWorker,
    {
        self.with_rights(Rights::FETCH_RESERVATIONS)
    }

    /// Allows a worker to read its own reservations. Tokens of workers have this right by default.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::task_router::WorkerChannel;
    /// use twilio_capability::{TaskRouterCapability, WorkerSid, WorkspaceSid};
    ///
    /// fn capability(workspace: WorkspaceSid, worker: WorkerSid) -> TaskRouterCapability<WorkerChannel> {
    ///     TaskRouterCapability::worker(workspace, worker).allow_fetch_worker_reservations()
    /// }
    /// ```
    pub fn allow_fetch_worker_reservations(self) -> Self
    where
        Ch: OfWorker,
    {
        self.with_rights(Rights::FETCH_WORKER_RESERVATIONS)
    }

    /// Allows a worker to change its own activity, for example to be offline. The request must name the new activity.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::task_router::WorkerChannel;
    /// use twilio_capability::{TaskRouterCapability, WorkerSid, WorkspaceSid};
    ///
    /// fn capability(workspace: WorkspaceSid, worker: WorkerSid) -> TaskRouterCapability<WorkerChannel> {
    ///     TaskRouterCapability::worker(workspace, worker).allow_activity_updates()
    /// }
    /// ```
    pub fn allow_activity_updates(self) -> Self
    where
        Ch: OfWorker,
    {
        self.with_rights(Rights::ACTIVITY_UPDATES)
    }

    /// Allows a worker to change its tasks and its reservations, for example to accept one.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::task_router::WorkerChannel;
    /// use twilio_capability::{TaskRouterCapability, WorkerSid, WorkspaceSid};
    ///
    /// fn capability(workspace: WorkspaceSid, worker: WorkerSid) -> TaskRouterCapability<WorkerChannel> {
    ///     TaskRouterCapability::worker(workspace, worker).allow_reservation_updates()
    /// }
    /// ```
    pub fn allow_reservation_updates(self) -> Self
    where
        Ch: OfWorker,
    {
        self.with_rights(Rights::RESERVATION_UPDATES)
    }
}

use std::cmp::Ordering;

use super::channel::{Channel, ChannelKind, TaskQueueChannel, WorkerChannel, WorkspaceChannel};
use super::claims;
use super::policy::Policy;
use super::rights::Rights;
use super::state::HasAccount;
use crate::jwt::{Prepared, TimeSettings, Token, TokenPrefix, encode, header, time_setters};
use crate::keys::{AccountCredentials, NoCredentials};
use crate::sealed::{Private, Sealed};
use crate::values::{TaskQueueSid, Ttl, UnixTime, WorkerSid, WorkspaceSid};

/// Builder for a TaskRouter capability token: whose events it receives, and what it can read and change.
///
/// `Ch` is the channel, `C` the credentials or [`NoCredentials`]. The channel is chosen first, because it decides which rights
/// there are. After that, call the setters in any order.
///
/// Every token can receive the events of its channel and read the channel's resource. The token of a worker can also read the
/// workspace's activities, its tasks and its reservations. Such tokens are for TaskRouter.js 1.x. Version 2
/// (`twilio-taskrouter`) takes an [`AccessToken`](crate::AccessToken) with a [`TaskRouterGrant`](crate::TaskRouterGrant).
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{AccountCredentials, TaskRouterCapability, Token, Ttl, WorkerSid, WorkspaceSid};
///
/// const WORKSPACE: WorkspaceSid = WorkspaceSid::from_static("WS00000000000000000000000000000000");
///
/// fn token(account: &AccountCredentials, worker: WorkerSid) -> Token {
///     TaskRouterCapability::worker(WORKSPACE, worker)
///         .allow_activity_updates()
///         .allow_reservation_updates()
///         .ttl(Ttl::from_static(300))
///         .credentials(account)
///         .sign()
/// }
/// ```
///
/// A right of workers does not exist for other channels:
///
/// ```compile_fail
/// # extern crate twilio_capability_core as twilio_capability;
/// # use twilio_capability::{TaskRouterCapability, WorkspaceSid};
/// # fn capability(workspace: WorkspaceSid) {
/// TaskRouterCapability::workspace(workspace).allow_activity_updates();
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a capability is not a token yet: give it credentials and call `.sign()`"]
pub struct TaskRouterCapability<Ch = WorkspaceChannel, C = NoCredentials> {
    channel: Ch,
    credentials: C,
    rights: Rights,
    policies: Vec<Policy>,
    pub(crate) times: TimeSettings,
}

impl TaskRouterCapability<WorkerChannel> {
    /// Creates the capability of a worker.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{TaskRouterCapability, WorkerSid, WorkspaceSid};
    ///
    /// const WORKSPACE: WorkspaceSid = WorkspaceSid::from_static("WS00000000000000000000000000000000");
    /// const WORKER: WorkerSid = WorkerSid::from_static("WK00000000000000000000000000000000");
    ///
    /// let capability = TaskRouterCapability::worker(WORKSPACE, WORKER).allow_activity_updates();
    /// ```
    pub const fn worker(workspace: WorkspaceSid, worker: WorkerSid) -> Self {
        Self::new(WorkerChannel { workspace, worker }, ChannelKind::Worker)
    }
}

impl TaskRouterCapability<TaskQueueChannel> {
    /// Creates the capability of a task queue.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{TaskQueueSid, TaskRouterCapability, WorkspaceSid};
    ///
    /// const WORKSPACE: WorkspaceSid = WorkspaceSid::from_static("WS00000000000000000000000000000000");
    /// const QUEUE: TaskQueueSid = TaskQueueSid::from_static("WQ00000000000000000000000000000000");
    ///
    /// let capability = TaskRouterCapability::task_queue(WORKSPACE, QUEUE).allow_fetch_subresources();
    /// ```
    pub const fn task_queue(workspace: WorkspaceSid, task_queue: TaskQueueSid) -> Self {
        Self::new(TaskQueueChannel { workspace, task_queue }, ChannelKind::TaskQueue)
    }
}

impl TaskRouterCapability {
    /// Creates the capability of a workspace.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{TaskRouterCapability, WorkspaceSid};
    ///
    /// const WORKSPACE: WorkspaceSid = WorkspaceSid::from_static("WS00000000000000000000000000000000");
    ///
    /// let capability = TaskRouterCapability::workspace(WORKSPACE).allow_fetch_subresources();
    /// ```
    pub const fn workspace(workspace: WorkspaceSid) -> Self {
        Self::new(WorkspaceChannel { workspace }, ChannelKind::Workspace)
    }
}

impl<C> TaskRouterCapability<WorkspaceChannel, C> {
    /// Makes this the capability of a worker of the workspace. The rights of the worker are added by default.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::task_router::WorkerChannel;
    /// use twilio_capability::{TaskRouterCapability, WorkerSid};
    ///
    /// fn for_one(base: &TaskRouterCapability, worker: WorkerSid) -> TaskRouterCapability<WorkerChannel> {
    ///     base.clone().for_worker(worker)
    /// }
    /// ```
    pub fn for_worker(self, worker: WorkerSid) -> TaskRouterCapability<WorkerChannel, C> {
        let channel = WorkerChannel { workspace: self.channel.workspace, worker };
        self.with_channel(channel, ChannelKind::Worker)
    }

    /// Makes this the capability of a task queue of the workspace.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::task_router::TaskQueueChannel;
    /// use twilio_capability::{TaskQueueSid, TaskRouterCapability};
    ///
    /// fn for_one(base: &TaskRouterCapability, queue: TaskQueueSid) -> TaskRouterCapability<TaskQueueChannel> {
    ///     base.clone().for_task_queue(queue)
    /// }
    /// ```
    pub fn for_task_queue(self, task_queue: TaskQueueSid) -> TaskRouterCapability<TaskQueueChannel, C> {
        let channel = TaskQueueChannel { workspace: self.channel.workspace, task_queue };
        self.with_channel(channel, ChannelKind::TaskQueue)
    }

    fn with_channel<Ch>(self, channel: Ch, kind: ChannelKind) -> TaskRouterCapability<Ch, C> {
        let Self { channel: _, credentials, rights, policies, times } = self;
        let rights = rights.and(Rights::default_of(kind));
        TaskRouterCapability { channel, credentials, rights, policies, times }
    }
}

impl<Ch> TaskRouterCapability<Ch> {
    const fn new(channel: Ch, kind: ChannelKind) -> Self {
        Self {
            channel,
            credentials: NoCredentials,
            rights: Rights::default_of(kind),
            policies: Vec::new(),
            times: TimeSettings::DEFAULT,
        }
    }
}

impl<Ch: Channel, C> TaskRouterCapability<Ch, C> {
    /// Adds a policy. A token has each policy once, also if it is added twice.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{Policy, PolicyUrl, TaskRouterCapability, WorkspaceSid};
    ///
    /// const WORKFLOWS: PolicyUrl = PolicyUrl::from_static("/Workflows/**");
    ///
    /// fn capability(workspace: WorkspaceSid) -> TaskRouterCapability {
    ///     TaskRouterCapability::workspace(workspace)
    ///         .policy(Policy::get(WORKFLOWS))
    ///         .policy(Policy::delete(WORKFLOWS).deny())
    /// }
    /// ```
    pub fn policy<M>(mut self, policy: Policy<M>) -> Self {
        self.policies.push(policy.of_any_method());
        self
    }

    /// Removes all rights, also those that a channel has by default. The token can still receive the channel's events. Add
    /// rights after this call.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{TaskRouterCapability, WorkspaceSid};
    ///
    /// fn only_events(workspace: WorkspaceSid) -> TaskRouterCapability {
    ///     TaskRouterCapability::workspace(workspace).without_rights()
    /// }
    /// ```
    pub fn without_rights(self) -> Self {
        Self { rights: Rights::NONE, ..self }
    }

    pub(super) fn with_rights(self, rights: Rights) -> Self {
        Self { rights: self.rights.and(rights), ..self }
    }
}

impl<C> TaskRouterCapability<WorkerChannel, C> {
    /// The workspace and the worker.
    pub(crate) fn sids(&self) -> (WorkspaceSid, WorkerSid) {
        (self.channel.workspace, self.channel.worker)
    }

    /// How the rights compare with those of an access token with the role `worker`. Any other right or policy is more.
    pub(crate) fn compared_with_a_worker(&self) -> Ordering {
        if !self.policies.is_empty() || !Rights::OF_A_WORKER.contains(self.rights) {
            Ordering::Greater
        } else if self.rights.contains(Rights::OF_A_WORKER) {
            Ordering::Equal
        } else {
            Ordering::Less
        }
    }
}

impl<Ch, C> TaskRouterCapability<Ch, C> {
    time_setters! {
        "AccountCredentials",
        "TaskRouterCapability::workspace(WorkspaceSid::from_static(\"WS00000000000000000000000000000000\"))",
        ["AccountCredentials" "TaskRouterCapability" "WorkspaceSid"],
        "# let credentials = AccountCredentials::new(\"AC00000000000000000000000000000000\".parse()?, \"not_a_real_auth_token\".parse()?);"
    }

    /// Sets the credentials that sign the token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, TaskRouterCapability, Token, WorkspaceSid};
    ///
    /// fn token(account: &AccountCredentials, workspace: WorkspaceSid) -> Token {
    ///     TaskRouterCapability::workspace(workspace).credentials(account).sign()
    /// }
    /// ```
    pub fn credentials(self, account: &AccountCredentials) -> TaskRouterCapability<Ch, AccountCredentials> {
        let Self { channel, credentials: _, rights, policies, times } = self;
        TaskRouterCapability { channel, credentials: account.clone(), rights, policies, times }
    }
}

impl<Ch: Channel, C> TaskRouterCapability<Ch, C> {
    /// Signs the token. The system's clock gives the time.
    ///
    /// This cannot fail. The builder can sign again later: the new token has the same policies and expires later.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, TaskRouterCapability, Token, WorkspaceSid};
    ///
    /// fn token(account: &AccountCredentials, workspace: WorkspaceSid) -> Token {
    ///     TaskRouterCapability::workspace(workspace).credentials(account).sign()
    /// }
    /// ```
    #[must_use = "the token is what the client needs"]
    pub fn sign(&self) -> Token
    where
        C: HasAccount,
    {
        self.sign_at(UnixTime::now())
    }

    /// Signs the token as if the time were `now`, for tests and for custom clocks.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, TaskRouterCapability, UnixTime, WorkspaceSid};
    ///
    /// fn check(account: &AccountCredentials, workspace: WorkspaceSid) {
    ///     let capability = TaskRouterCapability::workspace(workspace).credentials(account);
    ///     let token = capability.sign_at(UnixTime::EPOCH);
    ///     assert_eq!(token.expires_at().as_secs(), 3600);
    /// }
    /// ```
    #[must_use = "the token is what the client needs"]
    pub fn sign_at(&self, now: UnixTime) -> Token
    where
        C: HasAccount,
    {
        let expires_at = self.times.expiry(now);
        let mut claims = self.claims_up_to_exp();
        claims.extend_from_slice(itoa::Buffer::new().format(expires_at.as_secs()).as_bytes());
        self.times.end_claims(&mut claims);
        let key = self.credentials.account(Private).key();
        Token::new(encode::compact(PREFIX, &claims, key), expires_at)
    }

    /// Encodes and hashes everything that does not depend on the time, for a capability that is signed many times.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, TaskRouterCapability, UnixTime, WorkspaceSid};
    ///
    /// fn check(account: &AccountCredentials, workspace: WorkspaceSid, now: UnixTime) {
    ///     let capability = TaskRouterCapability::workspace(workspace).credentials(account);
    ///     let prepared = capability.prepare();
    ///     assert_eq!(prepared.mint_at(now).as_str(), capability.sign_at(now).as_str());
    /// }
    /// ```
    pub fn prepare(&self) -> Prepared
    where
        C: HasAccount,
    {
        let account = self.credentials.account(Private);
        Prepared::new(PREFIX, &self.claims_up_to_exp(), account, self.times)
    }

    fn claims_up_to_exp(&self) -> Vec<u8>
    where
        C: HasAccount,
    {
        let (account, channel) = (self.credentials.account(Private), self.channel.parts(Private));
        claims::up_to_exp(account, channel, self.rights, &self.policies)
    }
}

/// The start of each token: the header alone.
const PREFIX: TokenPrefix<'_> = TokenPrefix::header(header::PLAIN);

impl<Ch, C> Sealed for TaskRouterCapability<Ch, C> {}

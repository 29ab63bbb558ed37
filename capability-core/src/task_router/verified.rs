use twilio_capability_rules::sid::{SidError, SidKind};

use super::builder::TaskRouterCapability;
use super::channel::{ChannelKind, TASK_QUEUE, WORKER};
use super::claims::{ACCOUNT, CHANNEL, FRIENDLY_NAME, POLICIES, V1, VERSION, WORKSPACE};
use super::marks::MARKS;
use super::read_policy::{ReadPolicy, Unreadable, read_all};
use crate::jwt::{
    Claim, Clock, Members, Validity, Value, VerifyError, VerifyErrorKind, claim, claims, header,
};
use crate::keys::AccountCredentials;
use crate::values::{AccountSid, AuthToken, TaskQueueSid, WorkerSid, WorkspaceSid};
use crate::verify::{Family, FamilyReader, Opened, Verification, Verifier, verification_accessors};

/// The channel of a TaskRouter capability token that was verified.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::WorkerSid;
/// use twilio_capability::read::{VerifiedChannel, VerifiedTaskRouterCapability};
///
/// fn worker(capability: &VerifiedTaskRouterCapability) -> Option<WorkerSid> {
///     match capability.channel() {
///         VerifiedChannel::Worker(worker) => Some(worker),
///         _ => None,
///     }
/// }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum VerifiedChannel {
    /// A worker.
    Worker(WorkerSid),
    /// A task queue.
    TaskQueue(TaskQueueSid),
    /// The workspace of the token.
    Workspace,
}

/// Contents of a TaskRouter capability token that was verified.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{VerifiedChannel, Verifier};
/// use twilio_capability::{AccountCredentials, TaskRouterCapability, WorkerSid, WorkspaceSid};
///
/// fn check(account: &AccountCredentials, workspace: WorkspaceSid, worker: WorkerSid) {
///     let token = TaskRouterCapability::worker(workspace, worker).credentials(account).sign();
///
///     let capability = Verifier::task_router(account).verify(token.as_str()).unwrap();
///     assert_eq!(capability.workspace_sid(), workspace);
///     assert_eq!(capability.channel(), VerifiedChannel::Worker(worker));
///     assert_eq!(capability.policies().len(), 6);
/// }
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerifiedTaskRouterCapability {
    account: AccountSid,
    workspace: WorkspaceSid,
    channel: VerifiedChannel,
    policies: Vec<ReadPolicy>,
    verification: Verification,
}

impl VerifiedTaskRouterCapability {
    /// The account that issued the token. It is always the account of the verifier.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::AccountSid;
    /// use twilio_capability::read::VerifiedTaskRouterCapability;
    ///
    /// fn account(capability: &VerifiedTaskRouterCapability) -> AccountSid {
    ///     capability.account_sid()
    /// }
    /// ```
    #[must_use]
    pub fn account_sid(&self) -> AccountSid {
        self.account
    }

    /// The workspace of the token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::WorkspaceSid;
    /// use twilio_capability::read::VerifiedTaskRouterCapability;
    ///
    /// fn workspace(capability: &VerifiedTaskRouterCapability) -> WorkspaceSid {
    ///     capability.workspace_sid()
    /// }
    /// ```
    #[must_use]
    pub fn workspace_sid(&self) -> WorkspaceSid {
        self.workspace
    }

    /// Whose events the token receives.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{VerifiedChannel, VerifiedTaskRouterCapability};
    ///
    /// fn is_of_a_worker(capability: &VerifiedTaskRouterCapability) -> bool {
    ///     matches!(capability.channel(), VerifiedChannel::Worker(_))
    /// }
    /// ```
    #[must_use]
    pub fn channel(&self) -> VerifiedChannel {
        self.channel
    }

    /// The policies in the order of the token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::VerifiedTaskRouterCapability;
    ///
    /// fn denies_something(capability: &VerifiedTaskRouterCapability) -> bool {
    ///     capability.policies().iter().any(|policy| !policy.allow)
    /// }
    /// ```
    #[must_use]
    pub fn policies(&self) -> &[ReadPolicy] {
        &self.policies
    }

    verification_accessors! {}
}

impl Verifier<TaskRouterCapability> {
    /// Creates a verifier for the TaskRouter capability tokens of this account.
    ///
    /// If the credentials have a crypto provider, the provider checks the signatures.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, Verifier};
    ///
    /// fn is_valid(account: &AccountCredentials, token: &str) -> bool {
    ///     Verifier::task_router(account).verify(token).is_ok()
    /// }
    /// ```
    pub fn task_router(account: &AccountCredentials) -> Self {
        Self::new(account)
    }

    /// Also accepts tokens that are signed with this auth token of the same account.
    ///
    /// An account has two auth tokens while its auth token is being changed. Calling this again replaces the second
    /// one.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, AuthToken, Verifier};
    ///
    /// fn is_valid(account: &AccountCredentials, other: AuthToken, token: &str) -> bool {
    ///     Verifier::task_router(account).or_auth_token(other).verify(token).is_ok()
    /// }
    /// ```
    pub fn or_auth_token(self, secondary: AuthToken) -> Self {
        let other = self.credentials().with_auth_token(secondary);
        self.or(other)
    }
}

#[diagnostic::do_not_recommend]
impl Family for TaskRouterCapability {
    type Credentials = AccountCredentials;
    type Verified = VerifiedTaskRouterCapability;

    const READER: FamilyReader<Self> = FamilyReader {
        marks: &MARKS,
        key: AccountCredentials::key,
        usual_headers: header::USUAL,
        check_header: |_| Ok(()),
        read,
    };
}

fn read(
    token: &Opened<'_, AccountCredentials>,
    clock: Clock,
) -> Result<VerifiedTaskRouterCapability, VerifyError> {
    let (claims, account) = (&token.claims, token.by.account_sid());
    let issuer = claims::string(claims, claim::ISSUER)?;
    let of_account = claims::string(claims, ACCOUNT)?;
    let version = claims::string(claims, VERSION)?;
    let workspace_sid = claims::string(claims, WORKSPACE)?;
    let channel = claims::string(claims, CHANNEL)?;
    friendly_name(claims)?;
    let validity = Validity::read(claims)?;
    let policies = policies(claims)?;
    if issuer != account.as_str() {
        return Err(mismatch(claim::ISSUER, "the token was issued by another account"));
    }
    if of_account != account.as_str() {
        return Err(mismatch(ACCOUNT, "the claim `account_sid` is not the account that issued the token"));
    }
    if version != V1 {
        return Err(mismatch(VERSION, "the claim `version` is not `v1`"));
    }
    validity.check(clock)?;
    let workspace: WorkspaceSid =
        workspace_sid.parse().map_err(|error: SidError| VerifyError::invalid(WORKSPACE, error.redacted()))?;
    Ok(VerifiedTaskRouterCapability {
        account,
        workspace,
        channel: read_channel(claims, &channel, workspace)?,
        policies,
        verification: Verification { validity, matched_key: token.matched_key },
    })
}

/// The name of the channel, for people. twilio-csharp writes `null` if there is none.
pub(super) fn friendly_name(claims: &Members<'_>) -> Result<(), VerifyError> {
    match claims.get(FRIENDLY_NAME.name()) {
        Some(Value::Null) => Ok(()),
        _ => claims::optional_string(claims, FRIENDLY_NAME).map(drop),
    }
}

fn policies(claims: &Members<'_>) -> Result<Vec<ReadPolicy>, VerifyError> {
    let value =
        claims.get(POLICIES.name()).ok_or_else(|| VerifyError::claim(VerifyErrorKind::Missing, POLICIES))?;
    let policies = read_all(&value).and_then(Iterator::collect);
    policies.map_err(|fault: Unreadable| fault.error())
}

fn read_channel(
    claims: &Members<'_>,
    channel: &str,
    workspace: WorkspaceSid,
) -> Result<VerifiedChannel, VerifyError> {
    let kind = kind_of(channel).ok_or_else(|| {
        mismatch(CHANNEL, "the claim `channel` is no SID of a worker, a task queue or a workspace")
    })?;
    if let Some(needed) = kind.claim() {
        claims::string(claims, needed)?;
    }
    let invalid = |error: SidError| VerifyError::invalid(CHANNEL, error.redacted());
    let verified = match kind {
        ChannelKind::Worker => channel.parse().map(VerifiedChannel::Worker).map_err(invalid)?,
        ChannelKind::TaskQueue => channel.parse().map(VerifiedChannel::TaskQueue).map_err(invalid)?,
        ChannelKind::Workspace if channel == workspace.as_str() => VerifiedChannel::Workspace,
        ChannelKind::Workspace => {
            return Err(mismatch(CHANNEL, "the channel is another workspace than that of the token"));
        }
    };
    for claim in [WORKER, TASK_QUEUE] {
        if claims::optional_string(claims, claim)?.is_some_and(|sid| sid != channel) {
            return Err(mismatch(claim, "the channel and the claim for its SID differ"));
        }
    }
    Ok(verified)
}

/// What a channel with this SID is.
pub(super) fn kind_of(channel: &str) -> Option<ChannelKind> {
    match SidKind::of(channel)? {
        SidKind::Worker => Some(ChannelKind::Worker),
        SidKind::TaskQueue => Some(ChannelKind::TaskQueue),
        SidKind::Workspace => Some(ChannelKind::Workspace),
        _ => None,
    }
}

fn mismatch(claim: Claim, sentence: &'static str) -> VerifyError {
    VerifyError::claim(VerifyErrorKind::Mismatch, claim).expecting(sentence)
}

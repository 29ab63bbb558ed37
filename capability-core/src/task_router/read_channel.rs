use super::read_policy::ReadPolicy;

/// The channel and the policies of a TaskRouter capability token that was read without its key.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{ReadChannel, inspect};
/// use twilio_capability::{AccountCredentials, TaskRouterCapability, WorkspaceSid};
///
/// fn check(account: &AccountCredentials, workspace: WorkspaceSid) {
///     let token = TaskRouterCapability::workspace(workspace).credentials(account).sign();
///     let inspection = inspect(token.as_str());
///     let channel: &ReadChannel = inspection.channel().unwrap();
///     assert_eq!(channel.channel.as_deref(), Some(workspace.as_str()));
///     assert_eq!(channel.policies.len(), 3);
/// }
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct ReadChannel {
    /// The account of the workspace.
    pub account_sid: Option<String>,
    /// The workspace.
    pub workspace_sid: Option<String>,
    /// The SID of the worker, the task queue or the workspace whose events the token receives.
    pub channel: Option<String>,
    /// The policies that can be read.
    pub policies: Vec<ReadPolicy>,
}

//! Traits and functions that the expansion of `task_router_capability!` uses.

use crate::keys::AccountCredentials;
use crate::macro_support::{NoOption, NoResult, credentials, expression};
use crate::sealed::Private;
use crate::values::{PolicyUrl, TaskQueueSid};

pub use super::editor_words as task_router_capability_words;

/// Credentials that sign TaskRouter capability tokens.
#[diagnostic::on_unimplemented(
    message = "an API key cannot sign a TaskRouter capability token",
    label = "`task_router_capability!` needs an `AccountCredentials` here",
    note = "an API key signs access tokens: use `access_token!` with a `task_router` grant"
)]
pub trait SignsTaskRouter: 'static {
    #[doc(hidden)]
    fn credentials(&self, _: Private) -> &AccountCredentials;
}

credentials! {
    "`{Self}` is not account credentials"
    "an `AccountCredentials` is needed here"
    "make one first: `AccountCredentials::from_env()?` or `AccountCredentials::new(account_sid, auth_token)`"
    pub fn task_router_credentials<T: IsTaskRouterCredentials<K>, K: SignsTaskRouter>(credentials: &T) -> &AccountCredentials
}

expression! {
    "`{Self}` is not a task queue SID"
    "a `TaskQueueSid` is needed here"
    "parse a string: `queue.parse()?`"
    "a SID of another kind cannot be converted: check whether two SIDs are swapped"
    "for a constant, write `const QUEUE: TaskQueueSid = TaskQueueSid::from_static(\"WQ…\");`"
    pub fn task_queue_sid<T: IsTaskQueueSid<Kind: NoResult<Value: NoOption<TaskQueueSid>>>>(sid: T) -> TaskQueueSid
}

expression! {
    "`{Self}` is not the URL of a policy"
    "a `PolicyUrl` is needed here"
    "parse a string: `path.parse()?`"
    "for a constant, write `const TASKS: PolicyUrl = PolicyUrl::from_static(\"/Tasks/**\");`"
    pub fn policy_url<T: IsPolicyUrl<Kind: NoResult<Value: NoOption<PolicyUrl>>>>(url: T) -> PolicyUrl
}

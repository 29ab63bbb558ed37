//! TaskRouter capability tokens: what a page can read and change in a workspace, and the events that it receives.

mod builder;
mod channel;
mod claims;
mod findings;
pub(crate) mod inspect;
mod marks;
mod minted_by;
mod policy;
mod policy_filter;
mod policy_kind;
mod read_channel;
mod read_policy;
mod right_setters;
mod rights;
mod state;
mod verified;
mod words;

#[doc(hidden)]
pub mod editor_words;
#[doc(hidden)]
pub mod macro_support;

pub use self::builder::TaskRouterCapability;
pub use self::channel::{Channel, OfWorker, TaskQueueChannel, WorkerChannel, WorkspaceChannel};
pub use self::policy::{Policy, PolicyMethod};
pub use self::policy_filter::PolicyFilter;
pub use self::policy_kind::{AnyMethod, HasForm, PostMethod};
pub use self::read_channel::ReadChannel;
pub use self::read_policy::ReadPolicy;
pub use self::state::HasAccount;
pub use self::verified::{VerifiedChannel, VerifiedTaskRouterCapability};

//! Client capability tokens: which calls a browser can receive and make.

pub(crate) mod builder;
pub(crate) mod events;
mod every_scope;
mod incoming;
pub(crate) mod inspect;
mod marks;
mod minted_by;
pub(crate) mod not_ours;
pub(crate) mod outgoing;
mod params;
mod percent;
pub(crate) mod prepared;
pub(crate) mod read_scopes;
mod scope_claim;
pub(crate) mod scope_error;
mod scope_syntax;
pub(crate) mod scopes;
pub(crate) mod scopes_error;
mod state;
mod token_prefix;
pub(crate) mod verified;

#[cfg(test)]
mod tests;

pub use self::builder::ClientCapability;
pub use self::events::EventStream;
pub use self::outgoing::Outgoing;
pub use self::prepared::Prepared;
pub use self::scopes::{Scope, Scopes, UnprovenScopes};
pub use self::scopes_error::ScopesError;
pub use self::state::{HasCredentials, HasScope, ScopeState};

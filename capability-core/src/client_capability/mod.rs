//! Client capability tokens: which calls a browser can receive and make.

mod builder;
mod events;
mod every_scope;
mod findings;
mod incoming;
pub(crate) mod inspect;
mod marks;
mod minted_by;
mod not_ours;
mod outgoing;
mod params;
mod partial_scope;
mod percent_decode;
mod percent_encode;
mod query;
mod read_params;
mod read_scopes;
mod scope_error;
mod scopes;
mod state;
mod token_prefix;
mod verified;

#[doc(hidden)]
pub mod editor_words;
#[doc(hidden)]
pub mod macro_support;

#[cfg(test)]
mod tests;

pub use self::builder::ClientCapability;
pub use self::events::EventStream;
pub use self::not_ours::{NotOursError, NotOursErrorKind};
pub use self::outgoing::Outgoing;
pub use self::params::Params;
pub use self::read_scopes::{ReadScope, ReadScopes};
pub use self::scope_error::{ScopeError, ScopeErrorKind};
pub use self::scopes::{Scope, Scopes, ScopesError, UnprovenScopes};
pub use self::state::{HasCredentials, HasScope, ScopeState};
pub use self::verified::VerifiedCapability;

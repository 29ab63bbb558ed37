//! Client capability tokens: which calls a browser may take and make.

mod capability;
mod event_stream;
mod outgoing;
mod params;
mod prepared;
mod scopes;
mod state;

#[doc(hidden)]
pub mod macro_support;
#[doc(hidden)]
pub mod words;

pub use self::capability::ClientCapability;
pub use self::event_stream::EventStream;
pub use self::outgoing::Outgoing;
pub use self::prepared::Prepared;
pub use self::scopes::{NoScope, Scope, Scopes, ScopesError};
pub use self::state::{HasCredentials, HasScope, ScopeState};

use super::scopes::{ScopeSlots, Scopes, UnprovenScopes};
use crate::keys::AccountCredentials;
use crate::sealed::{Private, Sealed};

/// State of a capability that has credentials. Only [`AccountCredentials`] implements it.
#[diagnostic::on_unimplemented(
    message = "this capability has no credentials to sign with",
    label = "add `.credentials(&account)` before this call, or `credentials &account;` inside `capability!`",
    note = "`account` is an `AccountCredentials`: `AccountCredentials::from_env()?`"
)]
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::client_capability::{HasCredentials, HasScope};
/// use twilio_capability::{ClientCapability, Token};
///
/// fn token<C: HasCredentials, S: HasScope>(capability: &ClientCapability<C, S>) -> Token {
///     capability.sign()
/// }
/// ```
pub trait HasCredentials: Sealed {
    #[doc(hidden)]
    fn account(&self, _: Private) -> &AccountCredentials;
}

/// State of a capability that has a scope. Only [`Scopes`] implements it.
#[diagnostic::on_unimplemented(
    message = "this capability allows nothing: it has no scope",
    label = "add `.incoming(name)`, `.outgoing(outgoing)` or `.events(events)` before this call",
    note = "a `maybe_…` call does not count as a scope, because its argument can be `None`"
)]
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::client_capability::{HasCredentials, HasScope};
/// use twilio_capability::{ClientCapability, Token};
///
/// fn token<C: HasCredentials, S: HasScope>(capability: &ClientCapability<C, S>) -> Token {
///     capability.sign()
/// }
/// ```
pub trait HasScope: Sealed {
    #[doc(hidden)]
    fn scopes(&self, _: Private) -> &Scopes;
}

/// The state of a capability's scopes: [`UnprovenScopes`] or [`Scopes`].
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::client_capability::ScopeState;
/// use twilio_capability::{ClientCapability, ClientName, Scopes};
///
/// fn john<C, S: ScopeState>(capability: ClientCapability<C, S>) -> ClientCapability<C, Scopes> {
///     capability.incoming(ClientName::from_static("john"))
/// }
/// ```
pub trait ScopeState: Sealed {
    #[doc(hidden)]
    fn slots(&mut self, _: Private) -> &mut ScopeSlots;

    #[doc(hidden)]
    fn into_slots(self, _: Private) -> ScopeSlots;
}

impl Sealed for Scopes {}
impl Sealed for UnprovenScopes {}

// Without this attribute, rustc suggests other types where the user only has to add a call.
#[diagnostic::do_not_recommend]
impl HasCredentials for AccountCredentials {
    fn account(&self, _: Private) -> &AccountCredentials {
        self
    }
}

#[diagnostic::do_not_recommend]
impl HasScope for Scopes {
    fn scopes(&self, _: Private) -> &Scopes {
        self
    }
}

impl ScopeState for UnprovenScopes {
    fn slots(&mut self, _: Private) -> &mut ScopeSlots {
        &mut self.0
    }

    fn into_slots(self, _: Private) -> ScopeSlots {
        self.0
    }
}

impl ScopeState for Scopes {
    fn slots(&mut self, _: Private) -> &mut ScopeSlots {
        &mut self.0
    }

    fn into_slots(self, _: Private) -> ScopeSlots {
        self.0
    }
}

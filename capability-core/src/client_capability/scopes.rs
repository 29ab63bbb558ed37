use std::error::Error;
use std::fmt;

use super::events::EventStream;
use super::outgoing::Outgoing;
use super::{incoming, outgoing, token_prefix};
use crate::jwt::TokenPrefix;
use crate::values::ClientName;

/// A scope of any kind, for lists that are built at run time. See [`Scopes::from_list`].
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{EventStream, Scope, Scopes};
///
/// let scopes = Scopes::from_list([Scope::Events(EventStream::new())])?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Scope {
    /// Receive calls to this name.
    Incoming(ClientName),
    /// Make calls to an application.
    Outgoing(Outgoing),
    /// Subscribe to events.
    Events(EventStream),
}

/// The scopes of a token: at least one, and at most one of each kind.
///
/// As a state of [`ClientCapability`](super::ClientCapability) it means that the token has a scope and can be signed.
/// `Display` describes the scopes in English.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{Scope, Scopes};
///
/// let scopes = Scopes::from_list([Scope::Incoming("john".parse()?)])?;
/// assert_eq!(scopes.to_string(), "can receive calls to \"john\"");
/// assert!(Scopes::from_list([]).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scopes(pub(super) ScopeSlots);

/// State of a [`ClientCapability`](super::ClientCapability) that may still be without a scope.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::client_capability::UnprovenScopes;
/// use twilio_capability::{AccountCredentials, ClientCapability};
///
/// fn some_other_part_adds_scopes(capability: ClientCapability<AccountCredentials, UnprovenScopes>) {}
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct UnprovenScopes(pub(super) ScopeSlots);

impl UnprovenScopes {
    pub(super) const NONE: Self = Self(ScopeSlots { incoming: None, outgoing: None, events: None });
}

/// One place for each kind of scope.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[expect(unnameable_types, reason = "only hidden methods of a sealed trait have this type")]
pub struct ScopeSlots {
    pub(super) incoming: Option<ClientName>,
    pub(super) outgoing: Option<Outgoing>,
    pub(super) events: Option<EventStream>,
}

impl Scopes {
    /// Creates scopes from a list.
    ///
    /// # Errors
    ///
    /// The list is empty, or has two scopes of the same kind.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{EventStream, Scope, Scopes, ScopesError};
    ///
    /// let twice = [Scope::Events(EventStream::new()), Scope::Events(EventStream::new())];
    /// assert_eq!(Scopes::from_list(twice), Err(ScopesError::TwiceEvents));
    /// ```
    pub fn from_list(list: impl IntoIterator<Item = Scope>) -> Result<Self, ScopesError> {
        let mut slots = ScopeSlots::default();
        for scope in list {
            let twice = match scope {
                Scope::Incoming(name) => slots.incoming.replace(name).map(|_| ScopesError::TwiceIncoming),
                Scope::Outgoing(outgoing) => {
                    slots.outgoing.replace(outgoing).map(|_| ScopesError::TwiceOutgoing)
                }
                Scope::Events(events) => slots.events.replace(events).map(|_| ScopesError::TwiceEvents),
            };
            twice.map_or(Ok(()), Err)?;
        }
        if slots == ScopeSlots::default() { Err(ScopesError::Empty) } else { Ok(Self(slots)) }
    }

    /// The name that receives calls.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{Scope, Scopes};
    ///
    /// let scopes = Scopes::from_list([Scope::Incoming("john".parse()?)])?;
    /// assert_eq!(scopes.incoming().map(|name| name.as_str()), Some("john"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn incoming(&self) -> Option<&ClientName> {
        self.0.incoming.as_ref()
    }

    /// The scope for making calls.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{Scope, Scopes};
    ///
    /// let scopes = Scopes::from_list([Scope::Incoming("john".parse()?)])?;
    /// assert_eq!(scopes.outgoing(), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn outgoing(&self) -> Option<&Outgoing> {
        self.0.outgoing.as_ref()
    }

    /// The scope for subscribing to events.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{Scope, Scopes};
    ///
    /// let scopes = Scopes::from_list([Scope::Incoming("john".parse()?)])?;
    /// assert_eq!(scopes.events(), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn events(&self) -> Option<&EventStream> {
        self.0.events.as_ref()
    }

    pub(super) fn size_hint(&self) -> usize {
        let incoming = self.incoming().map_or(0, incoming::size_hint);
        let outgoing = self.outgoing().map_or(0, Outgoing::size_hint);
        let events = self.events().map_or(0, EventStream::size_hint);
        incoming + outgoing + events
    }

    /// The start of a token with these scopes.
    pub(super) fn prefix(&self) -> TokenPrefix<'static> {
        match (self.incoming(), self.outgoing()) {
            (Some(_), _) => token_prefix::INCOMING,
            (None, Some(_)) => token_prefix::OUTGOING,
            (None, None) => token_prefix::NOTHING,
        }
    }

    /// Appends the claims from the end of the prefix to the end of the `scope` value: scope URIs, separated by a space.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        if let Some(name) = self.incoming() {
            incoming::write(out, name);
        }
        if let Some(outgoing) = self.outgoing() {
            if self.incoming().is_some() {
                for part in [" ", outgoing::SCOPE, "?", outgoing::APP_SID, "="] {
                    out.extend_from_slice(part.as_bytes());
                }
            }
            outgoing.write(out, self.incoming());
        }
        if let Some(events) = self.events() {
            out.extend_from_slice(if out.is_empty() { b"{\"scope\":\"" } else { b" " });
            events.write(out);
        }
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        if let Some(name) = self.incoming() {
            incoming::explain(f, Some(name.as_str()))?;
            separator = "; ";
        }
        if let Some(outgoing) = self.outgoing() {
            f.write_str(separator)?;
            outgoing.explain(f, self.incoming())?;
            separator = "; ";
        }
        if let Some(events) = self.events() {
            f.write_str(separator)?;
            events.explain(f)?;
        }
        Ok(())
    }
}

/// Error for a list of scopes that cannot be the scopes of one token.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{Scopes, ScopesError};
///
/// assert_eq!(Scopes::from_list([]), Err(ScopesError::Empty));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum ScopesError {
    /// The list is empty. A token without a scope allows nothing.
    Empty,
    /// Two incoming scopes.
    TwiceIncoming,
    /// Two outgoing scopes.
    TwiceOutgoing,
    /// Two event-stream scopes.
    TwiceEvents,
}

impl fmt::Display for ScopesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the list of scopes is empty: a token without a scope allows nothing",
            Self::TwiceIncoming => "the list has two incoming scopes: a token has one client name",
            Self::TwiceOutgoing => "the list has two outgoing scopes: a token calls one application",
            Self::TwiceEvents => "the list has two event-stream scopes: give one all the filters",
        })
    }
}

impl Error for ScopesError {}

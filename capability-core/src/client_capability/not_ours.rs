use std::error::Error;
use std::fmt;

/// Error for scopes that were read and that this library does not mint.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::Scopes;
/// use twilio_capability::read::{NotOursErrorKind, ReadScopes};
///
/// let read: ReadScopes = "scope:client:incoming?clientName=a scope:client:incoming?clientName=b".parse()?;
/// let error = Scopes::try_from(&read).unwrap_err();
/// assert_eq!(error.kind(), NotOursErrorKind::List);
/// # Ok::<(), twilio_capability::read::ScopeError>(())
/// ```
#[derive(Debug)]
pub struct NotOursError {
    kind: NotOursErrorKind,
    source: Option<Box<dyn Error + Send + Sync>>,
}

/// The kinds of [`NotOursError`]: which rule the scopes break.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::Scopes;
/// use twilio_capability::read::{NotOursErrorKind, ReadScopes};
///
/// let read: ReadScopes = "scope:client:outgoing?appSid=AC00000000000000000000000000000000".parse()?;
/// assert_eq!(Scopes::try_from(&read).unwrap_err().kind(), NotOursErrorKind::Application);
/// # Ok::<(), twilio_capability::read::ScopeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum NotOursErrorKind {
    /// There is no scope, or there are two of the same kind.
    List,
    /// The application SID is not valid.
    Application,
    /// A client name is missing or breaks the lenient rule, see [`ClientName::lenient`](crate::ClientName::lenient).
    ClientName,
    /// The outgoing scope has no client name although the incoming scope has one. In a token of this library the
    /// outgoing calls would get the name of the incoming scope.
    Nameless,
    /// A parameter's name breaks the rule, or would replace one of Twilio's parameters.
    ParamName,
    /// A parameter's name occurs twice.
    RepeatedParam,
    /// The path is not the path of the account's events.
    Path,
}

impl NotOursError {
    pub(super) fn new(kind: NotOursErrorKind) -> Self {
        Self { kind, source: None }
    }

    pub(super) fn because<E: Error + Send + Sync + 'static>(
        kind: NotOursErrorKind,
    ) -> impl FnOnce(E) -> Self {
        move |source| Self { kind, source: Some(Box::new(source)) }
    }

    /// Which rule the scopes break.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{NotOursErrorKind, ReadScopes};
    /// use twilio_capability::Scopes;
    ///
    /// let read: ReadScopes = "scope:client:incoming".parse()?;
    /// assert_eq!(Scopes::try_from(&read).unwrap_err().kind(), NotOursErrorKind::ClientName);
    /// # Ok::<(), twilio_capability::read::ScopeError>(())
    /// ```
    #[must_use]
    pub fn kind(&self) -> NotOursErrorKind {
        self.kind
    }
}

impl fmt::Display for NotOursError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            NotOursErrorKind::List => "this library does not mint this list of scopes",
            NotOursErrorKind::Application => "the application SID is not valid",
            NotOursErrorKind::ClientName if self.source.is_none() => "a client name is missing",
            NotOursErrorKind::ClientName => "a client name is not valid",
            NotOursErrorKind::Nameless => {
                "the outgoing scope has no client name, so it would get the name of the incoming scope"
            }
            NotOursErrorKind::ParamName => "the name of a parameter is not valid",
            NotOursErrorKind::RepeatedParam => "the name of a parameter occurs twice",
            NotOursErrorKind::Path => "the path is not the path of the account's events",
        })
    }
}

impl Error for NotOursError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_ref().map(|source| &**source as _)
    }
}

use std::error::Error;
use std::fmt;

/// Error for a string that is not the `scope` claim of a capability token.
///
/// It contains no part of the string.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{ReadScopes, ScopeErrorKind};
///
/// let error = "scope:client:incoming?clientName=%4".parse::<ReadScopes>().unwrap_err();
/// assert_eq!((error.kind(), error.position()), (ScopeErrorKind::Escape, 33));
/// assert_eq!(error.to_string(), "byte 33 of the scope: `%` is not followed by two hexadecimal digits");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ScopeError {
    kind: ScopeErrorKind,
    position: usize,
}

/// The kinds of [`ScopeError`].
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{ReadScopes, ScopeErrorKind};
///
/// // A name with a space that was not encoded.
/// let error = "scope:client:incoming?clientName=john smith".parse::<ReadScopes>().unwrap_err();
/// assert_eq!(error.kind(), ScopeErrorKind::NotAScope);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum ScopeErrorKind {
    /// Two spaces in a row, or a space at the start or the end. A scope is missing there.
    Empty,
    /// A scope that does not start with `scope:`. Often a name that contains a space was not encoded.
    NotAScope,
    /// A service or a privilege other than `client:incoming`, `client:outgoing` and `stream:subscribe`.
    UnknownService,
    /// A key that this kind of scope does not have.
    UnknownKey,
    /// A key that occurs twice. `params` and `appParams` of an event stream are the same key.
    RepeatedKey,
    /// A key without `=`.
    NoValue,
    /// The scope has no `appSid` or `path`, which this kind of scope needs.
    MissingKey,
    /// Two `&` in a row, or an `&` at the start or the end. A parameter is missing there.
    EmptyParameter,
    /// A `%` that is not followed by two hexadecimal digits.
    Escape,
    /// Escapes that do not decode to UTF-8.
    NotUtf8,
    /// A control character that is not encoded.
    Control,
}

impl ScopeError {
    pub(super) fn new(kind: ScopeErrorKind, position: usize) -> Self {
        Self { kind, position }
    }

    /// The kind of error.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{ReadScopes, ScopeErrorKind};
    ///
    /// let error = "scope:client:incoming?name=john".parse::<ReadScopes>().unwrap_err();
    /// assert_eq!(error.kind(), ScopeErrorKind::UnknownKey);
    /// ```
    #[must_use]
    pub fn kind(&self) -> ScopeErrorKind {
        self.kind
    }

    /// The position in the claim, in bytes from 0.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::ReadScopes;
    ///
    /// let error = "scope:client:incoming?clientName=john smith".parse::<ReadScopes>().unwrap_err();
    /// assert_eq!(error.position(), 38);
    /// ```
    #[must_use]
    pub fn position(&self) -> usize {
        self.position
    }
}

impl fmt::Display for ScopeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "byte {} of the scope: ", self.position)?;
        f.write_str(match self.kind {
            ScopeErrorKind::Empty => "a scope is missing here, scopes are separated by one space",
            ScopeErrorKind::NotAScope => "this is not a scope, a scope starts with `scope:`",
            ScopeErrorKind::UnknownService => {
                "this is not `client:incoming`, `client:outgoing` or `stream:subscribe`"
            }
            ScopeErrorKind::UnknownKey => "this scope has no such key",
            ScopeErrorKind::RepeatedKey => "this key occurs twice",
            ScopeErrorKind::NoValue => "this key has no value",
            ScopeErrorKind::MissingKey => "this scope has no `appSid` or `path`, which it needs",
            ScopeErrorKind::EmptyParameter => {
                "a parameter is missing here, parameters are separated by one `&`"
            }
            ScopeErrorKind::Escape => "`%` is not followed by two hexadecimal digits",
            ScopeErrorKind::NotUtf8 => "these escapes do not decode to UTF-8",
            ScopeErrorKind::Control => "this control character is not encoded",
        })
    }
}

impl Error for ScopeError {}

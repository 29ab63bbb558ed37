use std::error::Error;
use std::fmt;

/// Why a text is not the `scope` claim of a capability token, and where.
///
/// Holds nothing of the text.
///
/// ```
/// use twilio_capability_core::read::{ReadScopes, ScopeErrorKind};
///
/// let error = "scope:client:incoming?clientName=%4".parse::<ReadScopes>().unwrap_err();
/// assert_eq!((error.kind(), error.position()), (ScopeErrorKind::Escape, 33));
/// assert_eq!(error.to_string(), "byte 33 of the scope: `%` without two hexadecimal digits behind it");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ScopeError {
    kind: ScopeErrorKind,
    position: usize,
}

/// What is wrong with a scope.
///
/// ```
/// use twilio_capability_core::read::{ReadScopes, ScopeErrorKind};
///
/// // A name with a space that was not encoded.
/// let error = "scope:client:incoming?clientName=john smith".parse::<ReadScopes>().unwrap_err();
/// assert_eq!(error.kind(), ScopeErrorKind::NotAScope);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum ScopeErrorKind {
    /// Two spaces in a row, or one at the start or the end: between them should be a scope.
    Empty,
    /// A word that does not start with `scope:`, as when a name with a space in it was not encoded.
    NotAScope,
    /// A service or a privilege other than `client:incoming`, `client:outgoing` and `stream:subscribe`.
    UnknownService,
    /// A key that this service does not have.
    UnknownKey,
    /// A key that stands there already; `params` and `appParams` of an event stream are the same key.
    RepeatedKey,
    /// A key without `=`.
    NoValue,
    /// A key that this service cannot do without: `appSid` or `path`.
    MissingKey,
    /// A parameter without name and value: two `&` in a row, or one at the start or the end.
    EmptyParameter,
    /// `%` without two hexadecimal digits behind it.
    Escape,
    /// Bytes that are not UTF-8 when decoded.
    NotUtf8,
    /// A control character that is not encoded.
    Control,
}

impl ScopeError {
    pub(super) fn new(kind: ScopeErrorKind, position: usize) -> Self {
        Self { kind, position }
    }

    /// What is wrong.
    ///
    /// ```
    /// # use twilio_capability_core::read::{ReadScopes, ScopeErrorKind};
    /// let error = "scope:client:incoming?name=john".parse::<ReadScopes>().unwrap_err();
    /// assert_eq!(error.kind(), ScopeErrorKind::UnknownKey);
    /// ```
    #[must_use]
    pub fn kind(&self) -> ScopeErrorKind {
        self.kind
    }

    /// At which byte of the claim, counted from 0.
    ///
    /// ```
    /// # use twilio_capability_core::read::ReadScopes;
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
            ScopeErrorKind::Empty => "a scope is missing, scopes are separated by one space",
            ScopeErrorKind::NotAScope => "this word is no scope, scopes start with `scope:`",
            ScopeErrorKind::UnknownService => {
                "this is none of `client:incoming`, `client:outgoing` and `stream:subscribe`"
            }
            ScopeErrorKind::UnknownKey => "this service has no such key",
            ScopeErrorKind::RepeatedKey => "this key stands there twice",
            ScopeErrorKind::NoValue => "this key has no value",
            ScopeErrorKind::MissingKey => "this scope lacks what it is for, its `appSid` or `path`",
            ScopeErrorKind::EmptyParameter => "a parameter is missing, parameters are separated by one `&`",
            ScopeErrorKind::Escape => "`%` without two hexadecimal digits behind it",
            ScopeErrorKind::NotUtf8 => "these escapes are not UTF-8",
            ScopeErrorKind::Control => "a control character that is not encoded",
        })
    }
}

impl Error for ScopeError {}

use std::error::Error;
use std::fmt;

/// Why a list of scopes makes no token.
///
/// ```
/// use twilio_capability_core::{Scopes, ScopesError};
///
/// assert_eq!(Scopes::from_list([]), Err(ScopesError::Empty));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum ScopesError {
    /// No scope: such a token allows nothing.
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

use std::fmt;

/// How much a finding matters.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{Severity, inspect};
///
/// let inspection = inspect("not a token");
/// assert_eq!(inspection.findings()[0].severity(), Severity::Error);
/// assert_eq!(Severity::Error.to_string(), "error");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Severity {
    /// Twilio documents an error for which it refuses this token.
    Error,
    /// A part of the token does nothing, or Twilio does not define what it does.
    Warning,
    /// Anything else that helps to understand the token.
    Note,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        })
    }
}

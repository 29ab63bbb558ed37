/// The kinds of tokens that Twilio has.
///
/// ```
/// use twilio_capability_core::read::{TokenKind, inspect};
///
/// assert_eq!(inspect("not a token").kind(), TokenKind::Unknown);
/// assert_eq!(TokenKind::Access.to_string(), "an access token");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum TokenKind {
    /// A client capability token.
    Capability,
    /// An access token.
    Access,
    /// A capability token of `TaskRouter`.
    TaskRouter,
    /// A client validation token, which signs a request to the REST API. It is named, and not explained.
    ClientValidation,
    /// An encrypted token, which only its recipient can read.
    Encrypted,
    /// None of these, or it cannot be told.
    Unknown,
}

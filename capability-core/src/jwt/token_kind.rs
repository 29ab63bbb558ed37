/// The kinds of Twilio's tokens.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{TokenKind, inspect};
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
    /// A TaskRouter capability token.
    TaskRouter,
    /// A client validation token, which signs a request to the REST API. It is named, and not explained.
    ClientValidation,
    /// An encrypted token, which only its recipient can read.
    Encrypted,
    /// Another kind of token, or an unknown one.
    Unknown,
}

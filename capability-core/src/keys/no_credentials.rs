use crate::sealed::Sealed;

/// State of a builder whose credentials are not set yet.
///
/// ```
/// use twilio_capability_core::{ClientCapability, NoCredentials, Scopes};
///
/// fn somebody_else_signs(capability: ClientCapability<NoCredentials, Scopes>) {}
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct NoCredentials;

impl Sealed for NoCredentials {}

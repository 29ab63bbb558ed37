use crate::sealed::Sealed;

/// The state of a builder that has no credentials yet.
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

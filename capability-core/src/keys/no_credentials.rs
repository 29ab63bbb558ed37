use crate::sealed::Sealed;

/// State of a builder whose credentials are not set yet.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{ClientCapability, NoCredentials, Scopes};
///
/// fn somebody_else_signs(capability: ClientCapability<NoCredentials, Scopes>) {}
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct NoCredentials;

impl Sealed for NoCredentials {}

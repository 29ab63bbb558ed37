use std::error::Error;
use std::fmt;

use crate::call_params::CallParamsError;
use crate::webhook::error::WebhookError;
use crate::webhook::signed_params::SignedParamsError;

/// Why a request is not a voice call.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::webhook::VoiceCallError;
///
/// fn status(error: &VoiceCallError) -> u16 {
///     match error {
///         VoiceCallError::Refused(_) | VoiceCallError::Untrusted(_) => 403,
///         _ => 400,
///     }
/// }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum VoiceCallError {
    /// The verifier refuses the request. Answer it with the status 403.
    Refused(WebhookError),
    /// Twilio sent the request, but a parameter is missing, is there more than once or cannot be read.
    Unreadable(CallParamsError),
    /// Twilio sent the request, but the parameters are not the ones that were signed. Answer it with the status 403.
    Untrusted(SignedParamsError),
}

impl VoiceCallError {
    /// What to check next.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::VoiceCallError;
    ///
    /// fn log(error: &VoiceCallError) {
    ///     eprintln!("{error}; {}", error.help());
    /// }
    /// ```
    #[must_use]
    pub fn help(&self) -> &str {
        match self {
            Self::Refused(error) => error.help(),
            Self::Unreadable(error) => error.help(),
            Self::Untrusted(error) => error.help(),
        }
    }
}

impl From<WebhookError> for VoiceCallError {
    fn from(error: WebhookError) -> Self {
        Self::Refused(error)
    }
}

impl From<CallParamsError> for VoiceCallError {
    fn from(error: CallParamsError) -> Self {
        Self::Unreadable(error)
    }
}

impl From<SignedParamsError> for VoiceCallError {
    fn from(error: SignedParamsError) -> Self {
        Self::Untrusted(error)
    }
}

/// The sentence of the error inside.
impl fmt::Display for VoiceCallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => error.fmt(f),
            Self::Unreadable(error) => error.fmt(f),
            Self::Untrusted(error) => error.fmt(f),
        }
    }
}

/// The source is that of the error inside, because the sentence is that error's already.
impl Error for VoiceCallError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Refused(error) => error.source(),
            Self::Unreadable(error) => error.source(),
            Self::Untrusted(error) => error.source(),
        }
    }
}

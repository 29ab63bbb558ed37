use std::error::Error;
use std::fmt;

/// Why parameters that were received are not those that were signed. Answer the request with the status 403.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::webhook::{SignedParamsError, SignedParamsErrorKind};
///
/// fn is_expired(error: &SignedParamsError) -> bool {
///     error.kind() == SignedParamsErrorKind::Expired
/// }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SignedParamsError {
    kind: SignedParamsErrorKind,
}

/// What is wrong with the signature of parameters.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::webhook::{SignedParamsError, SignedParamsErrorKind};
///
/// fn is_forged(error: &SignedParamsError) -> bool {
///     matches!(error.kind(), SignedParamsErrorKind::Signature | SignedParamsErrorKind::Malformed)
/// }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum SignedParamsErrorKind {
    /// No client calls, so nobody has signed parameters.
    NoClient,
    /// The call is not to an application.
    NoApplication,
    /// There is no signature.
    Missing,
    /// The signature does not have the form `<until>.<MAC>`.
    Malformed,
    /// A parameter was changed, added or removed, or the signature is that of another client, application, account or key.
    Signature,
    /// The signature is right, but its time is over.
    Expired,
}

impl SignedParamsError {
    pub(super) fn new(kind: SignedParamsErrorKind) -> Self {
        Self { kind }
    }

    /// What is wrong.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::{SignedParamsError, SignedParamsErrorKind};
    ///
    /// fn is_unsigned(error: &SignedParamsError) -> bool {
    ///     error.kind() == SignedParamsErrorKind::Missing
    /// }
    /// ```
    #[must_use]
    pub fn kind(&self) -> SignedParamsErrorKind {
        self.kind
    }

    /// What to check next.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::SignedParamsError;
    ///
    /// fn log(error: &SignedParamsError) {
    ///     eprintln!("{error}; {}", error.help());
    /// }
    /// ```
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self.kind {
            SignedParamsErrorKind::NoClient | SignedParamsErrorKind::NoApplication => {
                "read calls of this kind with `voice_call`"
            }
            SignedParamsErrorKind::Missing => {
                "put the value of `sign_params` into the token, and not the bare parameters"
            }
            SignedParamsErrorKind::Malformed => {
                "the page changed it; tokens of this library have a signature of the right form"
            }
            SignedParamsErrorKind::Signature => {
                "if the page did not change anything, check that the token was made with the same key, client name and application"
            }
            SignedParamsErrorKind::Expired => "let the page fetch a new token before its token expires",
        }
    }
}

impl fmt::Display for SignedParamsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            SignedParamsErrorKind::NoClient => "the call with signed parameters comes from no client",
            SignedParamsErrorKind::NoApplication => {
                "the call with signed parameters is not to an application"
            }
            SignedParamsErrorKind::Missing => "the parameters are not signed",
            SignedParamsErrorKind::Malformed => "the signature of the parameters is malformed",
            SignedParamsErrorKind::Signature => "the signature does not match the parameters",
            SignedParamsErrorKind::Expired => "the signature of the parameters has expired",
        })
    }
}

impl Error for SignedParamsError {}

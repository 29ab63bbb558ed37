//! Parameters with a signature, so that the webhook knows that they come from the token.

mod error;
mod key;
mod key_error;
mod mac;
mod receive;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Deref;

pub use self::error::{SignedParamsError, SignedParamsErrorKind};
pub use self::key::ParamsKey;
pub use self::key_error::{ParamsKeyError, ParamsKeyErrorKind};
use crate::access::OutgoingParams;
use crate::call_params::{CallParams, PROOF};
use crate::client_capability::Params;
use crate::values::ParamName;

/// Parameters that the holder of a token cannot change.
///
/// The page can add parameters of its own to a call, so a plain [`VoiceCall<P>`](super::VoiceCall) is user input. Use this type
/// where a parameter decides what the user may do. [`ParamsKey::sign_params`] makes the parameters for a token, before the token
/// is signed. [`WebhookVerifier::signed_voice_call`](super::WebhookVerifier::signed_voice_call) returns them only if they are the
/// same. The same client can send them again until they expire.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::webhook::{ParamsKey, SignedParams, VoiceCall, VoiceCallError, WebhookRequest, WebhookVerifier};
/// use twilio_capability::{AccountSid, ApplicationSid, CallParams, ClientName, Outgoing, UnixTime};
///
/// fn outgoing(
///     key: &ParamsKey,
///     account: AccountSid,
///     application: ApplicationSid,
///     name: &ClientName,
///     caller: &impl CallParams,
///     until: UnixTime,
/// ) -> Outgoing {
///     let params = key.sign_params(caller, account, application, name, until);
///     Outgoing::to(application).as_client(name.clone()).params(&params)
/// }
///
/// fn call<P: CallParams>(
///     key: &ParamsKey,
///     webhooks: &WebhookVerifier,
///     request: WebhookRequest<'_>,
/// ) -> Result<VoiceCall<SignedParams<P>>, VoiceCallError> {
///     webhooks.signed_voice_call(key, request)
/// }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct SignedParams<P> {
    params: P,
}

impl<P> SignedParams<P> {
    /// The parameters without the proof that they were signed.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::{SignedParams, VoiceCall};
    ///
    /// fn params<P>(call: VoiceCall<SignedParams<P>>) -> P {
    ///     call.params.into_inner()
    /// }
    /// ```
    #[must_use]
    pub fn into_inner(self) -> P {
        self.params
    }
}

/// The fields of parameters that were received: `call.params.user_id`.
impl<P: CallParams> Deref for SignedParams<P> {
    type Target = P;

    fn deref(&self) -> &P {
        &self.params
    }
}

impl<P: fmt::Debug> fmt::Debug for SignedParams<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SignedParams").field(&self.params).finish()
    }
}

/// What [`SignedParams`] contains before it is sent: the fields that have a value, and the signature.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::Params;
/// use twilio_capability::webhook::{SentParams, SignedParams};
///
/// fn params(signed: &SignedParams<SentParams>) -> Params {
///     signed.into()
/// }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct SentParams {
    params: BTreeMap<ParamName, String>,
    signature: String,
}

impl fmt::Debug for SentParams {
    /// Without the signature, because whoever has it can send the parameters again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.params.iter().map(|(name, value)| (name.as_str(), value))).finish()
    }
}

/// For a client capability token.
impl From<&SignedParams<SentParams>> for Params {
    fn from(signed: &SignedParams<SentParams>) -> Self {
        let SentParams { params, signature } = &signed.params;
        let mut sent = params.iter().fold(Self::new(), |sent, (name, value)| sent.param(name.clone(), value));
        sent.set(PROOF, signature);
        sent
    }
}

/// For an access token. Each value is a JSON string.
impl From<&SignedParams<SentParams>> for OutgoingParams {
    fn from(signed: &SignedParams<SentParams>) -> Self {
        let SentParams { params, signature } = &signed.params;
        let sent =
            params.iter().fold(Self::new(), |sent, (name, value)| sent.param(name.clone(), value.as_str()));
        sent.with(PROOF.to_owned(), signature.as_str().into())
    }
}

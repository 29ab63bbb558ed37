use super::SignedParams;
use super::error::{SignedParamsError, SignedParamsErrorKind};
use super::key::{ParamsKey, params_of};
use super::mac::Covered;
use crate::call_params::{CallParams, PROOF, ReceivedParams, signature};
use crate::keys::MAC_LEN;
use crate::values::UnixTime;
use crate::webhook::{IntoWebhookRequest, VerifiedWebhook, VoiceCall, VoiceCallError, WebhookVerifier};

impl WebhookVerifier {
    /// Verifies the request of a voice call whose parameters were signed with `key`.
    ///
    /// Parameters that are not in `P`, such as the page's own `To`, are ignored.
    ///
    /// # Errors
    ///
    /// [`voice_call`](Self::voice_call) refuses the request. Or the parameters are not the ones that were signed for this client and
    /// application, or their time is over.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::CallParams;
    /// use twilio_capability::webhook::{
    ///     ParamsKey, SignedParams, VoiceCall, VoiceCallError, WebhookRequest, WebhookVerifier,
    /// };
    ///
    /// fn call<P: CallParams>(
    ///     webhooks: &WebhookVerifier,
    ///     key: &ParamsKey,
    ///     request: WebhookRequest<'_>,
    /// ) -> Result<VoiceCall<SignedParams<P>>, VoiceCallError> {
    ///     webhooks.signed_voice_call(key, request)
    /// }
    /// ```
    pub fn signed_voice_call<'a, P: CallParams>(
        &self,
        key: &ParamsKey,
        request: impl IntoWebhookRequest<'a>,
    ) -> Result<VoiceCall<SignedParams<P>>, VoiceCallError> {
        key.voice_call_at(&self.verify(request)?, UnixTime::now())
    }
}

impl ParamsKey {
    /// The voice call of a verified webhook whose parameters were signed with this key, at a given time: for tests.
    ///
    /// # Errors
    ///
    /// As [`WebhookVerifier::signed_voice_call`].
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::{ParamsKey, SignedParams, VerifiedWebhook, VoiceCall, VoiceCallError};
    /// use twilio_capability::{CallParams, UnixTime};
    ///
    /// fn call<P: CallParams>(
    ///     key: &ParamsKey,
    ///     webhook: &VerifiedWebhook,
    /// ) -> Result<VoiceCall<SignedParams<P>>, VoiceCallError> {
    ///     key.voice_call_at(webhook, UnixTime::now())
    /// }
    /// ```
    pub fn voice_call_at<P: CallParams>(
        &self,
        webhook: &VerifiedWebhook,
        now: UnixTime,
    ) -> Result<VoiceCall<SignedParams<P>>, VoiceCallError> {
        // Before the fields are read: without a signature, no `FromStr` sees what the page wrote.
        let error = SignedParamsError::new;
        let proof = webhook.params().once(PROOF)?.ok_or(error(SignedParamsErrorKind::Missing))?;
        let (until, ends, mac) = signature::parse(proof).ok_or(error(SignedParamsErrorKind::Malformed))?;
        let call = VoiceCall::<P>::try_from(webhook)?;
        self.check(&call, webhook.params(), until, &mac)?;
        if now >= ends {
            return Err(error(SignedParamsErrorKind::Expired).into());
        }
        Ok(call.map_params(|params| SignedParams { params }))
    }

    fn check<P: CallParams>(
        &self,
        call: &VoiceCall<P>,
        received: &ReceivedParams,
        until: &str,
        mac: &[u8; MAC_LEN],
    ) -> Result<(), VoiceCallError> {
        let error = SignedParamsError::new;
        let client = call.caller.as_ref().ok_or(error(SignedParamsErrorKind::NoClient))?;
        let application = call.application_sid.ok_or(error(SignedParamsErrorKind::NoApplication))?;

        // The value shows which parameters are present. What is signed is what arrived, not what it means: `042` is not `42`. No
        // value is written: the page can have chosen it, and its `Display` can do anything.
        let present = params_of(&call.params, |_| ());
        let mut params = Vec::with_capacity(present.len());
        for name in present.keys() {
            let value = received.once(name.as_str())?.ok_or(error(SignedParamsErrorKind::Signature))?;
            params.push((name.as_str(), value));
        }
        let message =
            Covered { account: call.account_sid, application, client, until }.message(params.into_iter());
        if self.signed(&message, mac) { Ok(()) } else { Err(error(SignedParamsErrorKind::Signature).into()) }
    }
}

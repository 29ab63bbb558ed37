//! The parameters that a call can be read into without a key. These traits are only there for their messages.

use super::VoiceCall;
use crate::call_params::{CallParams, CallParamsError, ReceivedParams};
use crate::sealed::Private;
use crate::webhook::SignedParams;

/// Parameters of a call: any [`CallParams`], or signed ones.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::CallParams;
/// use twilio_capability::webhook::{VoiceCall, VoiceCallError, WebhookRequest, WebhookVerifier};
///
/// fn call<P: CallParams>(
///     webhooks: &WebhookVerifier,
///     request: WebhookRequest<'_>,
/// ) -> Result<VoiceCall<P>, VoiceCallError> {
///     webhooks.voice_call(request)
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not declare the parameters of a call",
    label = "a type that implements `CallParams` is needed here",
    note = "add `#[derive(CallParams)]` to the struct, or write `()` for no parameters"
)]
pub trait AnyParams {
    /// The type itself.
    type Kind;
}

#[diagnostic::do_not_recommend]
impl<P: CallParams> AnyParams for P {
    type Kind = Self;
}

#[diagnostic::do_not_recommend]
impl<P> AnyParams for SignedParams<P> {
    type Kind = Self;
}

/// Parameters `P` that are read without a key: any [`CallParams`].
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::CallParams;
/// use twilio_capability::webhook::{VerifiedWebhook, VoiceCall};
///
/// fn params<P: CallParams>(webhook: &VerifiedWebhook) -> Option<P> {
///     VoiceCall::try_from(webhook).ok().map(|call| call.params)
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read without the key that signed it",
    label = "call `signed_voice_call(&key, request)` instead",
    note = "for a webhook that is already verified, call `key.voice_call_at(&webhook, UnixTime::now())`",
    note = "without a key, write the type in `SignedParams<…>` alone: its fields are then user input"
)]
pub trait UnsignedParams<P> {
    #[doc(hidden)]
    fn read(received: &ReceivedParams, _: Private) -> Result<VoiceCall<P>, CallParamsError>;
}

#[diagnostic::do_not_recommend]
impl<P: CallParams> UnsignedParams<Self> for P {
    fn read(received: &ReceivedParams, _: Private) -> Result<VoiceCall<Self>, CallParamsError> {
        VoiceCall::read(received)
    }
}

//! A voice call that a webhook answers: Twilio's parameters with their types, and those of the program.

mod direction;
mod error;
mod status;
mod unsigned;
mod word;

use twilio_capability_rules::string::StringRule;

pub use self::direction::CallDirection;
pub use self::error::VoiceCallError;
pub use self::status::CallStatus;
pub use self::unsigned::{AnyParams, UnsignedParams};
use super::request::IntoWebhookRequest;
use super::verified::VerifiedWebhook;
use super::verifier::WebhookVerifier;
use crate::call_params::{CallParams, CallParamsError, ReceivedParams};
use crate::sealed::Private;
use crate::values::{AccountSid, ApplicationSid, CallSid, ClientName};

const CALL_SID: &str = "CallSid";
const ACCOUNT_SID: &str = "AccountSid";
const APPLICATION_SID: &str = "ApplicationSid";
const FROM: &str = "From";
const CALLER: &str = "Caller";
const TO: &str = "To";
const DIRECTION: &str = "Direction";
const STATUS: &str = "CallStatus";
/// What `From` and `Caller` start with if a client calls.
const CLIENT: &str = "client:";

/// A voice call that Twilio asks an application about. `P` declares the parameters of the program.
///
/// Twilio's own fields are what Twilio says. **The fields in `params` are user input**: they come from the token, but the page
/// can add its own when it connects.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::webhook::{VoiceCall, VoiceCallError, WebhookRequest, WebhookVerifier};
///
/// fn greeting(webhooks: &WebhookVerifier, request: WebhookRequest<'_>) -> Result<String, VoiceCallError> {
///     let call: VoiceCall<()> = webhooks.voice_call(request)?;
///     Ok(match call.caller {
///         Some(client) => format!("<Response><Say>Hello {client}</Say></Response>"),
///         None => "<Response><Reject/></Response>".to_owned(),
///     })
/// }
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct VoiceCall<P> {
    /// The call. It is the same in all requests about the call, also in one that is sent again.
    pub call_sid: CallSid,
    /// The account that the call belongs to.
    pub account_sid: AccountSid,
    /// The application that was called. `None` if a phone number was called.
    pub application_sid: Option<ApplicationSid>,
    /// Who calls: `client:john`, or a phone number.
    pub from: String,
    /// The client that calls, as its token names it. `None` if no client calls.
    pub caller: Option<ClientName>,
    /// Whom the call is for, which the page can choose. `None` if it is absent or empty.
    pub to: Option<String>,
    /// Which way the call goes.
    pub direction: CallDirection,
    /// How far the call is.
    pub status: CallStatus,
    /// The parameters of the program.
    pub params: P,
}

impl WebhookVerifier {
    /// Verifies the request of a voice call, and reads its parameters.
    ///
    /// `P` declares the parameters of the program: it implements [`CallParams`]. Write `VoiceCall<()>` if there are none.
    ///
    /// # Errors
    ///
    /// [`verify`](Self::verify) refuses the request. Or a parameter of Twilio or of `P` is missing or malformed, or is there
    /// more than once.
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
    pub fn voice_call<'a, P: AnyParams<Kind: UnsignedParams<P>>>(
        &self,
        request: impl IntoWebhookRequest<'a>,
    ) -> Result<VoiceCall<P>, VoiceCallError> {
        Ok(VoiceCall::try_from(&self.verify(request)?)?)
    }
}

impl<P: AnyParams<Kind: UnsignedParams<P>>> TryFrom<&VerifiedWebhook> for VoiceCall<P> {
    type Error = CallParamsError;

    fn try_from(webhook: &VerifiedWebhook) -> Result<Self, Self::Error> {
        P::Kind::read(webhook.params(), Private)
    }
}

impl<P: CallParams> VoiceCall<P> {
    pub(super) fn map_params<Q>(self, map: impl FnOnce(P) -> Q) -> VoiceCall<Q> {
        VoiceCall {
            call_sid: self.call_sid,
            account_sid: self.account_sid,
            application_sid: self.application_sid,
            from: self.from,
            caller: self.caller,
            to: self.to,
            direction: self.direction,
            status: self.status,
            params: map(self.params),
        }
    }

    fn read(received: &ReceivedParams) -> Result<Self, CallParamsError> {
        // Also for parameters without a field here. With two values, the handler and Twilio could each mean another.
        for name in StringRule::PARAM_NAME.reserved() {
            received.once(name)?;
        }
        Ok(Self {
            call_sid: received.parse(CALL_SID)?,
            account_sid: received.parse(ACCOUNT_SID)?,
            application_sid: received.parse_optional(APPLICATION_SID)?,
            from: received.parse(FROM)?,
            caller: caller(received)?,
            to: received.parse_optional(TO)?.filter(|to: &String| !to.is_empty()),
            direction: received.parse(DIRECTION)?,
            status: received.parse(STATUS)?,
            params: P::read_params(received)?,
        })
    }
}

/// The client in `From`. Twilio sends the same in `Caller`, so another value there is not Twilio's.
fn caller(received: &ReceivedParams) -> Result<Option<ClientName>, CallParamsError> {
    let from: String = received.parse(FROM)?;
    if received.get(CALLER).is_some_and(|caller| caller != from) {
        let error = "`Caller` and `From` are not the same";
        return Err(CallParamsError::malformed(CALLER, error.into()));
    }
    let client = from.strip_prefix(CLIENT).map(ClientName::lenient).transpose();
    client.map_err(|error| CallParamsError::malformed(FROM, error.into()))
}

#[cfg(test)]
mod tests;

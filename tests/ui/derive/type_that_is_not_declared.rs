//! A struct without `CallParams` is passed as declared parameters.
//! Add `#[derive(CallParams)]` to the struct.

use twilio_capability::webhook::{VoiceCallError, WebhookRequest, WebhookVerifier};
use twilio_capability::{ApplicationSid, CallParams, CallParamsError, Outgoing, ReceivedParams};

struct Undeclared {
    user_id: u64,
}

fn received<P: CallParams>(received: &ReceivedParams) -> Result<P, CallParamsError> {
    P::read_params(received)
}

fn user_id(params: &ReceivedParams) -> Result<u64, CallParamsError> {
    Ok(received::<Undeclared>(params)?.user_id)
}

fn call(webhooks: &WebhookVerifier, request: WebhookRequest<'_>) -> Result<u64, VoiceCallError> {
    Ok(webhooks.voice_call::<Undeclared>(request)?.params.user_id)
}

fn outgoing(app: ApplicationSid, undeclared: &Undeclared) -> Outgoing {
    Outgoing::to(app).params(undeclared)
}

fn main() {}

//! Signed parameters are read without the key that signed them.

use twilio_capability::webhook::{
    SignedParams, VerifiedWebhook, VoiceCall, VoiceCallError, WebhookRequest, WebhookVerifier,
};
use twilio_capability::{CallParams, CallParamsError, Outgoing};

#[derive(CallParams)]
struct Caller {
    user_id: u64,
}

fn call(
    webhooks: &WebhookVerifier,
    request: WebhookRequest<'_>,
) -> Result<VoiceCall<SignedParams<Caller>>, VoiceCallError> {
    webhooks.voice_call(request)
}

fn user_id(webhooks: &WebhookVerifier, request: WebhookRequest<'_>) -> Result<u64, VoiceCallError> {
    let call = webhooks.voice_call::<SignedParams<Caller>>(request)?;
    Ok(call.params.user_id)
}

fn verified(webhook: &VerifiedWebhook) -> Result<VoiceCall<SignedParams<Caller>>, CallParamsError> {
    VoiceCall::try_from(webhook)
}

fn sent_again(outgoing: Outgoing, call: &VoiceCall<SignedParams<Caller>>) -> Outgoing {
    outgoing.params(&call.params)
}

fn main() {}

//! A request of another type is passed to a verifier of webhooks.

use twilio_capability::webhook::{ParamsKey, SignedParams, VoiceCall, VoiceCallError, WebhookVerifier};

struct Request {
    body: Vec<u8>,
}

fn is_verified(webhooks: &WebhookVerifier, request: &Request) -> bool {
    webhooks.verify(request).is_ok()
}

fn call(webhooks: &WebhookVerifier, request: Request) -> Result<VoiceCall<()>, VoiceCallError> {
    webhooks.voice_call(request)
}

fn signed(
    webhooks: &WebhookVerifier,
    key: &ParamsKey,
    request: &[u8],
) -> Result<VoiceCall<SignedParams<()>>, VoiceCallError> {
    webhooks.signed_voice_call(key, request)
}

fn main() {}

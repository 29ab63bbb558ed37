//! The other end of a call: the requests that Twilio sends to an application's server.
//!
//! When the holder of a token makes a call, Twilio sends a request to the `VoiceUrl` of the application, with the
//! parameters of the token. [`WebhookVerifier`] checks that Twilio sent the request and that nobody changed it:
//!
//! ```
//! # extern crate twilio_capability_core as twilio_capability;
//! use twilio_capability::webhook::{WebhookError, WebhookRequest, WebhookVerifier};
//!
//! fn caller(webhooks: &WebhookVerifier, request: WebhookRequest<'_>) -> Result<String, WebhookError> {
//!     let webhook = webhooks.verify(request)?;
//!     Ok(webhook.params().get("From").unwrap_or("somebody").to_owned())
//! }
//! ```
//!
//! [`WebhookVerifier::voice_call`] also reads the parameters of a call, each with its type.
//!
//! The signature proves that Twilio sent the request. It does not prove that a parameter came from the token, because the page
//! can add parameters of its own with `device.connect`. Treat parameters as input of the user.
//!
//! A signature contains no time, so a request can be sent again by somebody who saw it. Let the handler do its work once for
//! each `CallSid`.

mod body;
mod error;
mod key;
mod public_url;
mod request;
mod settings;
mod signed_form;
mod signed_params;
mod signer;
#[cfg(test)]
mod tests;
mod verified;
mod verifier;
mod voice_call;

pub use self::error::{WebhookError, WebhookErrorKind};
pub use self::public_url::{PublicUrl, PublicUrlError, PublicUrlErrorKind};
pub use self::request::{IntoWebhookRequest, WebhookRequest};
pub use self::signed_params::{
    ParamsKey, ParamsKeyError, ParamsKeyErrorKind, SentParams, SignedParams, SignedParamsError,
    SignedParamsErrorKind,
};
pub use self::signer::WebhookSigner;
pub use self::verified::VerifiedWebhook;
pub use self::verifier::WebhookVerifier;
pub use self::voice_call::{AnyParams, CallDirection, CallStatus, UnsignedParams, VoiceCall, VoiceCallError};

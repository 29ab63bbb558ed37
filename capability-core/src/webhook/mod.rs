//! The requests that Twilio sends to a webhook.

mod voice_call;

pub use self::voice_call::{CallDirection, CallStatus, VoiceCall};

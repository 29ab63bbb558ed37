use std::fmt;

use crate::call_params::ReceivedParams;

/// A request that Twilio signed. Only [`WebhookVerifier::verify`](super::WebhookVerifier::verify) makes one.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::webhook::VerifiedWebhook;
///
/// fn caller(webhook: &VerifiedWebhook) -> Option<&str> {
///     webhook.params().get("From")
/// }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct VerifiedWebhook {
    pub(super) params: ReceivedParams,
    pub(super) body: Vec<u8>,
}

impl VerifiedWebhook {
    /// The parameters of the form of a `POST`, or of the query of a `GET`. There are none if the body is something else, such
    /// as JSON.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::VerifiedWebhook;
    ///
    /// fn call_sid(webhook: &VerifiedWebhook) -> Option<&str> {
    ///     webhook.params().get("CallSid")
    /// }
    /// ```
    #[must_use]
    pub fn params(&self) -> &ReceivedParams {
        &self.params
    }

    /// The body as it was received, for example JSON.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::VerifiedWebhook;
    ///
    /// fn event(webhook: &VerifiedWebhook) -> serde_json::Result<serde_json::Value> {
    ///     serde_json::from_slice(webhook.body())
    /// }
    /// ```
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }
}

#[cfg(test)]
impl VerifiedWebhook {
    pub(crate) fn of<const N: usize>(params: [(&str, &str); N]) -> Self {
        Self { params: params.into_iter().collect(), body: Vec::new() }
    }
}

impl fmt::Debug for VerifiedWebhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerifiedWebhook").field("params", &self.params).finish_non_exhaustive()
    }
}

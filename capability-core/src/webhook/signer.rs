use std::fmt;

use super::body::{Params, check_hash};
use super::error::{WebhookError, WebhookErrorKind};
use super::key::Key;
use super::public_url::PublicUrl;
use super::request::WebhookRequest;
use super::signed_form::signed_form;
use crate::values::AuthToken;

/// Signs requests as Twilio does: for tests of a server.
///
/// Whoever has the auth token can sign requests, with this type or without it. A server needs only a
/// [`WebhookVerifier`](super::WebhookVerifier), and nothing makes a signer from one.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::webhook::{PublicUrl, WebhookRequest, WebhookSigner, WebhookVerifier};
///
/// let public_url: PublicUrl = "https://example.com".parse()?;
/// let signer = WebhookSigner::new("not_a_real_auth_token".parse()?, public_url.clone());
/// let webhooks = WebhookVerifier::new("not_a_real_auth_token".parse()?, public_url);
///
/// let form = ("Content-Type", "application/x-www-form-urlencoded");
/// let unsigned = WebhookRequest::new("POST", "/voice", [form], b"From=client%3Ajohn");
/// let signature = signer.sign(unsigned)?;
///
/// let headers = [form, ("X-Twilio-Signature", &signature)];
/// let webhook = webhooks.verify(WebhookRequest::new("POST", "/voice", headers, b"From=client%3Ajohn"))?;
/// assert_eq!(webhook.params().get("From"), Some("client:john"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct WebhookSigner {
    public_url: PublicUrl,
    key: Key,
}

impl WebhookSigner {
    /// Signs requests to the server at `public_url` with the auth token of the account.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::AuthToken;
    /// use twilio_capability::webhook::{PublicUrl, WebhookSigner};
    ///
    /// fn signer(auth_token: AuthToken, public_url: PublicUrl) -> WebhookSigner {
    ///     WebhookSigner::new(auth_token, public_url)
    /// }
    /// ```
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "the secret is wiped when this returns")]
    pub fn new(auth_token: AuthToken, public_url: PublicUrl) -> Self {
        Self { public_url, key: Key::of_auth_token(&auth_token) }
    }

    /// The value of the header `X-Twilio-Signature` for a request. If the request has this header, it is ignored.
    ///
    /// # Errors
    ///
    /// Twilio does not send such a request. A `GET` has a body, for example, or a body that is not a form has no
    /// `bodySHA256` in the URL.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::{WebhookRequest, WebhookSigner};
    ///
    /// let signer = WebhookSigner::new("not_a_real_auth_token".parse()?, "https://example.com".parse()?);
    /// let headers: [(&str, &str); 0] = [];
    /// let signature = signer.sign(WebhookRequest::new("GET", "/voice?user_id=42", headers, b""))?;
    /// assert_eq!(signature, "dI1SA61kxBVM1y4sbO3SRdQpBas=");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn sign<'a>(&self, request: impl Into<WebhookRequest<'a>>) -> Result<String, WebhookError> {
        let request = request.into();
        self.signature(&request)
            .map_err(|kind| WebhookError::new(kind, &self.public_url.shown(request.target)))
    }

    fn signature(&self, request: &WebhookRequest<'_>) -> Result<String, WebhookErrorKind> {
        request.check_head()?;
        let params = Params::of(request)?;
        check_hash(request)?;
        let form = params.form().map(signed_form).unwrap_or_default();
        let text = self.public_url.signed_text(request.target, &form);
        Ok(self.key.sign(text.as_bytes()))
    }
}

impl fmt::Debug for WebhookSigner {
    /// Without the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebhookSigner").field("public_url", &self.public_url).finish_non_exhaustive()
    }
}

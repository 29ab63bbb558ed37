use std::fmt;

use super::body::{Params, check_hash};
use super::error::{WebhookError, WebhookErrorKind};
use super::key::Key;
use super::public_url::PublicUrl;
use super::request::{IntoWebhookRequest, WebhookRequest};
use super::settings::key_id;
use super::signed_form::signed_form;
use super::verified::VerifiedWebhook;
use crate::values::{AuthToken, SharedKey};

/// The fewest characters of a key. Twilio's auth tokens have 32. Whoever has one signed request can try shorter keys, and the words that
/// people write in place of a key, until one of them gives the same signature.
const MIN_KEY_LEN: usize = 16;

fn is_short(key: &[u8]) -> bool {
    str::from_utf8(key).map_or(0, |key| key.chars().count()) < MIN_KEY_LEN
}

/// Checks that Twilio signed a request.
///
/// Create it once. It is cheap to clone. With a key of fewer than 16 characters, it refuses every request, because such a key could be
/// guessed. Twilio's auth tokens have 32 characters.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::webhook::{WebhookRequest, WebhookVerifier};
///
/// let webhooks = WebhookVerifier::new("not_a_real_auth_token".parse()?, "https://example.com".parse()?);
/// let headers = [("X-Twilio-Signature", "dI1SA61kxBVM1y4sbO3SRdQpBas=")];
/// let webhook = webhooks.verify(WebhookRequest::new("GET", "/voice?user_id=42", headers, b""))?;
/// assert_eq!(webhook.params().get("user_id"), Some("42"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct WebhookVerifier {
    public_url: PublicUrl,
    auth_tokens: Vec<Key>,
    /// Each with its id. A key without an id may have any.
    shared_keys: Vec<(Option<String>, Key)>,
    /// Whether the auth tokens are not used. Others may be added later.
    requires_shared_key: bool,
    /// Whether one of the keys can be guessed.
    has_short_key: bool,
    max_body: usize,
}

impl WebhookVerifier {
    /// The largest body in bytes, unless [`max_body`](Self::max_body) sets another: 64 KiB.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::WebhookVerifier;
    ///
    /// assert_eq!(WebhookVerifier::DEFAULT_MAX_BODY, 65_536);
    /// ```
    pub const DEFAULT_MAX_BODY: usize = 64 * 1024;

    /// Verifies requests that Twilio signed with the auth token of the account.
    ///
    /// `public_url` is the address of the server as Twilio sees it, because that is what Twilio signs. It is never taken from
    /// the request: whoever sends a request can write any `Host` or `X-Forwarded-Host`.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::AuthToken;
    /// use twilio_capability::webhook::{PublicUrl, WebhookVerifier};
    ///
    /// fn webhooks(auth_token: AuthToken, public_url: PublicUrl) -> WebhookVerifier {
    ///     WebhookVerifier::new(auth_token, public_url)
    /// }
    /// ```
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "the secret is wiped when this returns")]
    pub fn new(auth_token: AuthToken, public_url: PublicUrl) -> Self {
        Self::of(public_url).add_auth_token(&auth_token)
    }

    /// Verifies requests that Twilio signed with this shared key, whatever its id. It accepts no others unless you add another key.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::SharedKey;
    /// use twilio_capability::webhook::{PublicUrl, WebhookVerifier};
    ///
    /// fn webhooks(key: SharedKey, public_url: PublicUrl) -> WebhookVerifier {
    ///     WebhookVerifier::from_shared_key(key, public_url)
    /// }
    /// ```
    #[must_use]
    pub fn from_shared_key(key: SharedKey, public_url: PublicUrl) -> Self {
        Self::of(public_url).shared_key(key)
    }

    fn of(public_url: PublicUrl) -> Self {
        Self {
            public_url,
            auth_tokens: Vec::new(),
            shared_keys: Vec::new(),
            requires_shared_key: false,
            has_short_key: false,
            max_body: Self::DEFAULT_MAX_BODY,
        }
    }

    /// Also accepts requests that were signed with this auth token, while the account changes from one to the other.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::AuthToken;
    /// use twilio_capability::webhook::{PublicUrl, WebhookVerifier};
    ///
    /// fn webhooks(primary: AuthToken, secondary: AuthToken, public_url: PublicUrl) -> WebhookVerifier {
    ///     WebhookVerifier::new(primary, public_url).or_auth_token(secondary)
    /// }
    /// ```
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "the secret is wiped when this returns")]
    pub fn or_auth_token(self, auth_token: AuthToken) -> Self {
        self.add_auth_token(&auth_token)
    }

    fn add_auth_token(mut self, auth_token: &AuthToken) -> Self {
        self.has_short_key |= is_short(auth_token.as_bytes());
        self.auth_tokens.push(Key::of_auth_token(auth_token));
        self
    }

    /// Also accepts requests that were signed with this shared key, whatever its id. Can be called for several keys.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::{PublicUrl, WebhookVerifier};
    /// use twilio_capability::{AuthToken, SharedKey};
    ///
    /// fn webhooks(auth_token: AuthToken, key: SharedKey, public_url: PublicUrl) -> WebhookVerifier {
    ///     WebhookVerifier::new(auth_token, public_url).shared_key(key)
    /// }
    /// ```
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "the secret is wiped when this returns")]
    pub fn shared_key(self, key: SharedKey) -> Self {
        self.add_shared_key(None, &key)
    }

    /// Also accepts requests that were signed with the shared key of this id, such as `webhooks_sharedkey_0`.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::SharedKey;
    /// use twilio_capability::webhook::WebhookVerifier;
    ///
    /// fn rotate(webhooks: WebhookVerifier, next: SharedKey) -> WebhookVerifier {
    ///     webhooks.shared_key_with_id("webhooks_sharedkey_1", next)
    /// }
    /// ```
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "the secret is wiped when this returns")]
    pub fn shared_key_with_id(self, id: &str, key: SharedKey) -> Self {
        self.add_shared_key(Some(id.to_owned()), &key)
    }

    fn add_shared_key(mut self, id: Option<String>, key: &SharedKey) -> Self {
        self.has_short_key |= is_short(key.as_bytes());
        self.shared_keys.push((id, Key::of_shared_key(key)));
        self
    }

    /// Refuses requests that were not signed with a shared key. No auth token is used then, also none that is added later.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::WebhookVerifier;
    ///
    /// fn after_the_change(webhooks: WebhookVerifier) -> WebhookVerifier {
    ///     webhooks.require_shared_key()
    /// }
    /// ```
    #[must_use]
    pub fn require_shared_key(mut self) -> Self {
        self.requires_shared_key = true;
        self
    }

    /// Sets the largest body in bytes. A larger one is refused before it is hashed.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::WebhookVerifier;
    ///
    /// fn for_large_events(webhooks: WebhookVerifier) -> WebhookVerifier {
    ///     webhooks.max_body(1 << 20)
    /// }
    /// ```
    #[must_use]
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// Verifies a request.
    ///
    /// With the feature `http` it also takes a `&http::Request` whose body was read, or a pair of `&http::request::Parts` and
    /// the body. The path must be the one that Twilio requested: in axum, that of the extractor `OriginalUri`.
    ///
    /// # Errors
    ///
    /// If Twilio did not send this request, or the verifier cannot know it. Answer with the status 403.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::{WebhookErrorKind, WebhookRequest, WebhookVerifier};
    ///
    /// let webhooks = WebhookVerifier::new("not_a_real_auth_token".parse()?, "https://example.com".parse()?);
    /// let headers = [("X-Twilio-Signature", "dI1SA61kxBVM1y4sbO3SRdQpBas=")];
    /// let error = webhooks.verify(WebhookRequest::new("GET", "/voice?user_id=43", headers, b"")).unwrap_err();
    /// assert_eq!(error.kind(), WebhookErrorKind::Signature);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn verify<'a>(&self, request: impl IntoWebhookRequest<'a>) -> Result<VerifiedWebhook, WebhookError> {
        let request = request.into();
        self.check(&request).map_err(|kind| WebhookError::new(kind, &self.public_url.shown(request.target)))
    }

    fn check(&self, request: &WebhookRequest<'_>) -> Result<VerifiedWebhook, WebhookErrorKind> {
        if self.has_short_key {
            return Err(WebhookErrorKind::KeyTooShort);
        }
        if request.body.len() > self.max_body {
            return Err(WebhookErrorKind::BodyTooLarge);
        }
        request.check_head()?;
        let signature = request.signature.only()?.ok_or(WebhookErrorKind::MissingSignature)?;
        let keys = self.keys(request)?;
        let params = Params::of(request)?;
        let keys: Vec<_> = keys
            .into_iter()
            .map(|key| Some((key, key.decode(signature)?)))
            .collect::<Option<_>>()
            .ok_or(WebhookErrorKind::MalformedSignature)?;
        let form = params.form().map(signed_form).unwrap_or_default();
        let is_signed = self
            .public_url
            .signed_texts(request.target, &form)
            .any(|text| keys.iter().any(|(key, signature)| key.signed(text.as_bytes(), signature)));
        if !is_signed {
            return Err(WebhookErrorKind::Signature);
        }
        check_hash(request)?;
        Ok(VerifiedWebhook { params: params.into_received(), body: request.body.to_owned() })
    }

    /// The keys that may have signed the request. The header that names a shared key decides, so that a request never
    /// falls back to another kind of key.
    fn keys(&self, request: &WebhookRequest<'_>) -> Result<Vec<&Key>, WebhookErrorKind> {
        let Some(settings) = request.settings.only()? else {
            return match self.auth_tokens.as_slice() {
                tokens if !self.requires_shared_key && !tokens.is_empty() => Ok(tokens.iter().collect()),
                _ => Err(WebhookErrorKind::SharedKeyRequired),
            };
        };
        let id = key_id(settings)?;
        if self.shared_keys.is_empty() {
            return Err(WebhookErrorKind::NoSharedKey);
        }
        let of_id = |(key_id, key)| match key_id {
            Some(key_id) if key_id != id => None,
            _ => Some(key),
        };
        let keys: Vec<_> =
            self.shared_keys.iter().map(|(id, key)| (id.as_deref(), key)).filter_map(of_id).collect();
        if keys.is_empty() { Err(WebhookErrorKind::UnknownKey) } else { Ok(keys) }
    }
}

impl fmt::Debug for WebhookVerifier {
    /// Without the keys.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebhookVerifier").field("public_url", &self.public_url).finish_non_exhaustive()
    }
}

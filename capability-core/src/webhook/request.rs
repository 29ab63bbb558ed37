use std::fmt;

use super::error::WebhookErrorKind;

/// The largest path and query in bytes. Web servers have smaller limits.
const MAX_TARGET: usize = 64 * 1024;

/// The parts of a request that a signature concerns.
///
/// The target is the path and the query as they were received, without any decoding: `/voice?x=1`.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::webhook::WebhookRequest;
///
/// let headers = [
///     ("Content-Type", "application/x-www-form-urlencoded"),
///     ("X-Twilio-Signature", "Kr8+h1b8YN6tg9i/FWyqKpMiJvQ="),
/// ];
/// let request = WebhookRequest::new("POST", "/voice", headers, b"From=client%3Ajohn");
/// ```
#[derive(Clone)]
pub struct WebhookRequest<'a> {
    pub(super) method: &'a str,
    pub(super) target: &'a str,
    pub(super) content_type: Header,
    pub(super) signature: Header,
    pub(super) settings: Header,
    pub(super) body: &'a [u8],
}

impl<'a> WebhookRequest<'a> {
    /// A request from its parts. The names of headers may be in any case, and headers that do not concern the signature
    /// are ignored.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::WebhookRequest;
    ///
    /// let headers = [("x-twilio-signature", "nEzFVHb16RyPxqPDCpLGZLTvsEc=")];
    /// let request = WebhookRequest::new("GET", "/voice?user_id=42&x=1", headers, b"");
    /// ```
    #[must_use]
    pub fn new<N: AsRef<str>, V: AsRef<[u8]>>(
        method: &'a str,
        target: &'a str,
        headers: impl IntoIterator<Item = (N, V)>,
        body: &'a [u8],
    ) -> Self {
        let mut request = Self {
            method,
            target,
            content_type: Header::default(),
            signature: Header::default(),
            settings: Header::default(),
            body,
        };
        for (name, value) in headers {
            let name = name.as_ref();
            let header = if name.eq_ignore_ascii_case("X-Twilio-Signature") {
                &mut request.signature
            } else if name.eq_ignore_ascii_case("X-Twilio-Webhooks-Signature-Settings") {
                &mut request.settings
            } else if name.eq_ignore_ascii_case("Content-Type") {
                &mut request.content_type
            } else {
                continue;
            };
            header.0.push(value.as_ref().to_owned());
        }
        request
    }

    /// Checks that Twilio sends requests of this method, and that the target is one.
    pub(super) fn check_head(&self) -> Result<(), WebhookErrorKind> {
        if !["GET", "HEAD", "POST"].iter().any(|method| self.method.eq_ignore_ascii_case(method)) {
            return Err(WebhookErrorKind::Method);
        }
        let is_in_no_target = |c: char| c == '#' || c.is_whitespace() || c.is_control();
        if !self.target.starts_with('/')
            || self.target.len() > MAX_TARGET
            || self.target.contains(is_in_no_target)
        {
            return Err(WebhookErrorKind::Target);
        }
        Ok(())
    }

    /// The query without its `?`, as it was received.
    pub(super) fn query(&self) -> &'a str {
        self.target.split_once('?').map_or("", |(_, query)| query)
    }
}

/// A request that [`WebhookVerifier`](super::WebhookVerifier) can verify: anything that converts into a [`WebhookRequest`].
///
/// That is a `WebhookRequest`, and with the feature `http` a `&http::Request` whose body was read, or a pair of
/// `&http::request::Parts` and a reference to the body.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::webhook::{IntoWebhookRequest, WebhookVerifier};
///
/// fn is_from_twilio<'a>(webhooks: &WebhookVerifier, request: impl IntoWebhookRequest<'a>) -> bool {
///     webhooks.verify(request).is_ok()
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be verified",
    label = "a `WebhookRequest` is needed here",
    note = "make one from the parts: `WebhookRequest::new(\"POST\", path_and_query, headers, &body)`",
    note = "with the feature `http`, these work too: `&request`, an `http::Request` whose body was read, and `(&parts, &body)`, \
            its `Parts` and the bytes of the body"
)]
pub trait IntoWebhookRequest<'a>: Into<WebhookRequest<'a>> {}

#[diagnostic::do_not_recommend]
impl<'a, T: Into<WebhookRequest<'a>>> IntoWebhookRequest<'a> for T {}

impl fmt::Debug for WebhookRequest<'_> {
    /// Without the signature and the content, because whoever has both can send the request again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.target.split('?').next().unwrap_or_default();
        f.debug_struct("WebhookRequest")
            .field("method", &self.method)
            .field("path", &path)
            .finish_non_exhaustive()
    }
}

/// The values of one header.
#[derive(Clone, Default)]
pub(super) struct Header(Vec<Vec<u8>>);

impl Header {
    /// The value, if there is one.
    pub(super) fn only(&self) -> Result<Option<&[u8]>, WebhookErrorKind> {
        match self.0.as_slice() {
            [] => Ok(None),
            [value] => Ok(Some(value)),
            _ => Err(WebhookErrorKind::RepeatedHeader),
        }
    }
}

#[cfg(feature = "http")]
impl<'a, B: AsRef<[u8]>> From<&'a http::Request<B>> for WebhookRequest<'a> {
    fn from(request: &'a http::Request<B>) -> Self {
        Self::of_http(request.method(), request.uri(), request.headers(), request.body().as_ref())
    }
}

/// The head and the body of a request, after the body was read.
#[cfg(feature = "http")]
impl<'a, B: AsRef<[u8]> + ?Sized> From<(&'a http::request::Parts, &'a B)> for WebhookRequest<'a> {
    fn from((parts, body): (&'a http::request::Parts, &'a B)) -> Self {
        Self::of_http(&parts.method, &parts.uri, &parts.headers, body.as_ref())
    }
}

#[cfg(feature = "http")]
impl<'a> WebhookRequest<'a> {
    fn of_http(
        method: &'a http::Method,
        uri: &'a http::Uri,
        headers: &http::HeaderMap,
        body: &'a [u8],
    ) -> Self {
        let target = uri.path_and_query().map_or("/", http::uri::PathAndQuery::as_str);
        Self::new(method.as_str(), target, headers, body)
    }
}

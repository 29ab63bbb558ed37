use std::borrow::Cow;
use std::error::Error;
use std::fmt;

/// Why a request is refused. Answer it with the status 403 and nothing else: what is wrong is for the log, not for whoever
/// sent the request.
///
/// It contains no secret: no key, no signature, no parameter, and no password of the URL.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::webhook::{WebhookError, WebhookErrorKind, WebhookRequest, WebhookVerifier};
///
/// fn log(error: &WebhookError) {
///     eprintln!("refused a request: {error}; {}", error.help());
/// }
///
/// let webhooks = WebhookVerifier::new("not_a_real_auth_token".parse()?, "https://example.com".parse()?);
/// let headers = [("X-Twilio-Signature", "bm90IGEgcmVhbCBzaWduYXQ=")];
/// let error = webhooks.verify(WebhookRequest::new("POST", "/voice", headers, b"")).unwrap_err();
/// assert_eq!(error.kind(), WebhookErrorKind::MalformedSignature);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WebhookError {
    kind: WebhookErrorKind,
    help: Cow<'static, str>,
}

/// What is wrong with a request.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::webhook::{WebhookErrorKind, WebhookRequest, WebhookVerifier};
///
/// let webhooks = WebhookVerifier::new("not_a_real_auth_token".parse()?, "https://example.com".parse()?);
/// let headers: [(&str, &str); 0] = [];
/// let error = webhooks.verify(WebhookRequest::new("POST", "/voice", headers, b"")).unwrap_err();
/// assert_eq!(error.kind(), WebhookErrorKind::MissingSignature);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum WebhookErrorKind {
    /// A key of the verifier has fewer than 16 characters, so it could be guessed. The verifier refuses every request.
    KeyTooShort,
    /// The body is larger than the limit of the verifier. It was not hashed.
    BodyTooLarge,
    /// The method is another than `GET`, `HEAD` and `POST`. Twilio does not sign the method.
    Method,
    /// The target does not start with `/`, is longer than 64 KiB, or contains a character that no target contains.
    Target,
    /// The header `X-Twilio-Signature`, `X-Twilio-Webhooks-Signature-Settings` or `Content-Type` occurs more than once.
    RepeatedHeader,
    /// There is no header `X-Twilio-Signature`.
    MissingSignature,
    /// The signature is not base64, or has the wrong length.
    MalformedSignature,
    /// The header `X-Twilio-Webhooks-Signature-Settings` is not `key=<id>,algorithm=<name>`.
    Settings,
    /// The signature was made with an algorithm that is unknown here.
    UnknownAlgorithm,
    /// The signature was made with a shared key, and the verifier has none.
    NoSharedKey,
    /// The signature was made with a shared key of another id than those of the verifier.
    UnknownKey,
    /// The signature was not made with a shared key, and the verifier requires one.
    SharedKeyRequired,
    /// A `GET` has a body, which its signature does not cover.
    UnexpectedBody,
    /// The body is not a form, and the URL does not contain its hash, so the signature does not cover it.
    MissingBodyHash,
    /// The body is not the one whose hash is in the URL.
    BodyHash,
    /// A name or a value of the form or of the query is not UTF-8.
    NotUtf8,
    /// The signature is that of another request, or of another key.
    Signature,
}

impl WebhookError {
    pub(super) fn new(kind: WebhookErrorKind, url: &str) -> Self {
        let help = match kind {
            WebhookErrorKind::KeyTooShort => {
                "use the key that Twilio signs with; an auth token has 32 characters. In a test, use a longer one such as \
                 `not_a_real_auth_token`"
            }
            WebhookErrorKind::BodyTooLarge => {
                "if such requests are expected, raise the limit with `max_body`"
            }
            WebhookErrorKind::Target => {
                "pass the path and the query as they were received, such as `/voice?x=1`"
            }
            WebhookErrorKind::RepeatedHeader => "Twilio sends each of these headers once",
            WebhookErrorKind::MissingSignature => {
                "if a proxy is in front of the server, check that it passes the header `X-Twilio-Signature`"
            }
            WebhookErrorKind::Method
            | WebhookErrorKind::MalformedSignature
            | WebhookErrorKind::Settings
            | WebhookErrorKind::UnexpectedBody => "Twilio does not send such a request",
            WebhookErrorKind::UnknownAlgorithm => "this version of the library knows `HMAC_SHA256`",
            WebhookErrorKind::NoSharedKey => "add the key with `shared_key`",
            WebhookErrorKind::UnknownKey => "add the key with `shared_key_with_id`",
            WebhookErrorKind::SharedKeyRequired => {
                "if Twilio signs with the auth token, create the verifier with `WebhookVerifier::new`"
            }
            WebhookErrorKind::MissingBodyHash => {
                "a form needs the header `Content-Type: application/x-www-form-urlencoded`; for other bodies Twilio adds \
                 `bodySHA256` to the URL"
            }
            WebhookErrorKind::BodyHash => "pass the bytes of the body as they were received",
            WebhookErrorKind::NotUtf8 => "pass the bytes of the body and the target as they were received",
            WebhookErrorKind::Signature => {
                let help = format!(
                    "the URL that was verified is {url}; Twilio signs the public one. If it is the same, check the auth \
                     token and that the body was not changed"
                );
                return Self { kind, help: help.into() };
            }
        };
        Self { kind, help: help.into() }
    }

    /// What is wrong.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::{WebhookError, WebhookErrorKind};
    ///
    /// fn is_forged(error: &WebhookError) -> bool {
    ///     error.kind() == WebhookErrorKind::Signature
    /// }
    /// ```
    #[must_use]
    pub fn kind(&self) -> WebhookErrorKind {
        self.kind
    }

    /// What to check next. If the signature does not match, this names the URL that was verified, without its query.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::WebhookError;
    ///
    /// fn log(error: &WebhookError) {
    ///     eprintln!("{error}; {}", error.help());
    /// }
    /// ```
    #[must_use]
    pub fn help(&self) -> &str {
        &self.help
    }
}

impl fmt::Display for WebhookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            WebhookErrorKind::KeyTooShort => {
                "a key that verifies webhooks has fewer than 16 characters, so it could be guessed"
            }
            WebhookErrorKind::BodyTooLarge => "the body of the request is too large",
            WebhookErrorKind::Method => "Twilio sends no request of this method",
            WebhookErrorKind::Target => "the target of the request is not a path",
            WebhookErrorKind::RepeatedHeader => "a header of the request occurs more than once",
            WebhookErrorKind::MissingSignature => "the request has no signature",
            WebhookErrorKind::MalformedSignature => "the signature of the request is malformed",
            WebhookErrorKind::Settings => "the header `X-Twilio-Webhooks-Signature-Settings` is malformed",
            WebhookErrorKind::UnknownAlgorithm => "the request was signed with an unknown algorithm",
            WebhookErrorKind::NoSharedKey => {
                "the request was signed with a shared key, and the verifier has none"
            }
            WebhookErrorKind::UnknownKey => {
                "the request was signed with a shared key that the verifier does not have"
            }
            WebhookErrorKind::SharedKeyRequired => "the request was not signed with a shared key",
            WebhookErrorKind::UnexpectedBody => "the request is a GET and has a body",
            WebhookErrorKind::MissingBodyHash => "the signature of the request does not cover its body",
            WebhookErrorKind::BodyHash => "the body of the request is not the one that was signed",
            WebhookErrorKind::NotUtf8 => "a parameter of the request is not UTF-8",
            WebhookErrorKind::Signature => "the signature does not match the request",
        })
    }
}

impl Error for WebhookError {}

//! The body and the query: which of them holds the parameters, and whether the body is the one that was signed.

use std::borrow::Cow;
use std::fmt::Write;

use percent_encoding::percent_decode;
use sha2::{Digest, Sha256};

use super::error::WebhookErrorKind;
use super::request::WebhookRequest;
use crate::call_params::ReceivedParams;

/// The parameter of the URL that holds the SHA-256 of a body that is not a form.
const BODY_HASH: &str = "bodySHA256";

/// Where the parameters of a request are. A request never has them in two places.
pub(super) enum Params {
    /// In the query, which is a part of the URL.
    Query(ReceivedParams),
    /// In a form, whose parameters are signed after the URL.
    Form(ReceivedParams),
    /// Nowhere: the body is something else, such as JSON.
    None,
}

impl Params {
    pub(super) fn of(request: &WebhookRequest<'_>) -> Result<Self, WebhookErrorKind> {
        let is_get =
            request.method.eq_ignore_ascii_case("GET") || request.method.eq_ignore_ascii_case("HEAD");
        if is_get {
            // The signature of a GET does not cover a body.
            return match request.body {
                [] => Ok(Self::Query(parse(request.query().as_bytes())?)),
                _ => Err(WebhookErrorKind::UnexpectedBody),
            };
        }
        if is_form(request)? {
            return Ok(Self::Form(parse(request.body)?));
        }
        match request.body {
            [] => Ok(Self::None),
            _ if body_hashes(request).next().is_none() => Err(WebhookErrorKind::MissingBodyHash),
            _ => Ok(Self::None),
        }
    }

    /// The parameters that the signature covers after the URL.
    pub(super) fn form(&self) -> Option<&ReceivedParams> {
        match self {
            Self::Form(form) => Some(form),
            Self::Query(_) | Self::None => None,
        }
    }

    pub(super) fn into_received(self) -> ReceivedParams {
        match self {
            Self::Query(params) | Self::Form(params) => params,
            Self::None => ReceivedParams::default(),
        }
    }
}

/// If the URL contains the hash of the body, the body must have it, of whatever type the body is.
pub(super) fn check_hash(request: &WebhookRequest<'_>) -> Result<(), WebhookErrorKind> {
    let mut hashes = body_hashes(request).peekable();
    if hashes.peek().is_none() {
        return Ok(());
    }
    let mut actual = String::new();
    for byte in Sha256::digest(request.body) {
        // Writing to a `String` cannot fail.
        let _ = write!(actual, "{byte:02x}");
    }
    // No secret is compared here: who sends a body knows its hash.
    if hashes.all(|hash| hash.eq_ignore_ascii_case(&actual)) {
        Ok(())
    } else {
        Err(WebhookErrorKind::BodyHash)
    }
}

fn body_hashes<'a>(request: &WebhookRequest<'a>) -> impl Iterator<Item = Cow<'a, str>> {
    let query = form_urlencoded::parse(request.query().as_bytes());
    query.filter(|(name, _)| name == BODY_HASH).map(|(_, hash)| hash)
}

fn is_form(request: &WebhookRequest<'_>) -> Result<bool, WebhookErrorKind> {
    let Some(content_type) = request.content_type.only()? else { return Ok(false) };
    let essence = content_type.split(|&byte| byte == b';').next().unwrap_or_default();
    Ok(essence.trim_ascii().eq_ignore_ascii_case(b"application/x-www-form-urlencoded"))
}

/// Names and values must be UTF-8. `form_urlencoded` replaces what is not by U+FFFD, so only a form with that character is
/// decoded again, as a whole: what separates its parts is ASCII.
fn parse(form: &[u8]) -> Result<ReceivedParams, WebhookErrorKind> {
    // Parameters are separated by `&`. Decoded text is not longer, unless it is not UTF-8.
    let count = 1 + memchr::memchr_iter(b'&', form).count();
    let mut params = ReceivedParams::with_capacity(count, form.len());
    for (name, value) in form_urlencoded::parse(form) {
        params.push(&name, &value);
    }
    let is_replaced = |s: &str| !s.is_ascii() && s.contains(char::REPLACEMENT_CHARACTER);
    let may_be_replaced = params.iter().any(|(name, value)| is_replaced(name) || is_replaced(value));
    if may_be_replaced && percent_decode(form).decode_utf8().is_err() {
        return Err(WebhookErrorKind::NotUtf8);
    }
    Ok(params)
}

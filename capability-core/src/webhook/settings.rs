//! The header that says which shared key signed a webhook: `key=<id>,algorithm=HMAC_SHA256`.

use super::error::WebhookErrorKind;

/// The only algorithm of shared keys.
const ALGORITHM: &str = "HMAC_SHA256";

/// Reads the header and returns the id of the key. Twilio documents the two fields, in this order.
pub(super) fn key_id(header: &[u8]) -> Result<&str, WebhookErrorKind> {
    let header = str::from_utf8(header).map_err(|_| WebhookErrorKind::Settings)?;
    let (mut key, mut algorithm) = (None, None);
    for field in header.split(',') {
        let (name, value) = field.split_once('=').ok_or(WebhookErrorKind::Settings)?;
        let field = match name.trim() {
            "key" => &mut key,
            "algorithm" => &mut algorithm,
            _ => return Err(WebhookErrorKind::Settings),
        };
        if field.replace(value.trim()).is_some() {
            return Err(WebhookErrorKind::Settings);
        }
    }
    match (key, algorithm) {
        (Some(key), Some(ALGORITHM)) if !key.is_empty() => Ok(key),
        (Some(_), Some(algorithm)) if algorithm != ALGORITHM => Err(WebhookErrorKind::UnknownAlgorithm),
        _ => Err(WebhookErrorKind::Settings),
    }
}

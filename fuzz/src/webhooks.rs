use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use twilio_capability_core::webhook::{PublicUrl, WebhookErrorKind, WebhookRequest, WebhookVerifier};

use super::KEY;

/// The public URL, the method with the target, and the content type in a line each, then the body. The request is signed here
/// with the few steps of the rule: the verifier refuses it for what it is, never for its signature.
pub fn webhook(data: &[u8]) {
    let mut parts = data.splitn(4, |byte| *byte == b'\n');
    let mut line = || str::from_utf8(parts.next()?).ok();
    let (Some(url), Some(request), Some(content_type)) = (line(), line(), line()) else { return };
    let body = parts.next().unwrap_or_default();
    let Ok(public_url) = url.parse::<PublicUrl>() else { return };
    let Some((method, target)) = request.split_once(' ') else { return };

    let is_get = ["GET", "HEAD"].iter().any(|get| method.eq_ignore_ascii_case(get));
    let essence = content_type.split(';').next().unwrap().trim_matches([' ', '\t', '\r', '\x0c']);
    let is_form = !is_get && essence.eq_ignore_ascii_case("application/x-www-form-urlencoded");
    let mut form = if is_form { decode(body) } else { Some(Vec::new()) };
    if let Some(form) = &mut form {
        form.sort();
        form.dedup();
    }
    let mut hmac = Hmac::<Sha1>::new_from_slice(KEY.as_bytes()).unwrap();
    hmac.update(url.trim_end_matches('/').as_bytes());
    hmac.update(target.as_bytes());
    for (name, value) in form.iter().flatten() {
        hmac.update(name.as_bytes());
        hmac.update(value.as_bytes());
    }
    let signature = STANDARD.encode(hmac.finalize().into_bytes());
    let headers = [("X-Twilio-Signature", signature.as_str()), ("Content-Type", content_type)];

    let verifier = WebhookVerifier::new(KEY.parse().unwrap(), public_url);
    let signed = WebhookRequest::new(method, target, headers, body);
    match verifier.verify(signed) {
        Ok(webhook) => {
            let source =
                if is_form { body } else { target.split_once('?').map_or("", |(_, query)| query).as_bytes() };
            let expected = if is_form || is_get { decode(source).unwrap() } else { Vec::new() };
            let found: Vec<_> = webhook.params().iter().map(|(n, v)| (n.to_owned(), v.to_owned())).collect();
            assert_eq!(found, expected);
            assert!(!is_get || body.is_empty());
        }
        Err(error) => {
            assert_ne!(error.kind(), WebhookErrorKind::Signature, "{error:?}");
            assert_ne!(error.kind(), WebhookErrorKind::MalformedSignature, "{error:?}");
        }
    }
    let unsigned = WebhookRequest::new(method, target, [("Content-Type", content_type)], body);
    assert!(verifier.verify(unsigned).is_err());
}

/// Names and values of a form, if all of them are UTF-8.
fn decode(form: &[u8]) -> Option<Vec<(String, String)>> {
    let pairs = form.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = match pair.iter().position(|byte| *byte == b'=') {
                Some(at) => (&pair[..at], &pair[at + 1..]),
                None => (pair, &b""[..]),
            };
            Some((decode_part(name)?, decode_part(value)?))
        })
        .collect()
}

fn decode_part(part: &[u8]) -> Option<String> {
    let hex = |at: usize| part.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let (mut bytes, mut at) = (Vec::new(), 0);
    while let Some(&byte) = part.get(at) {
        match (byte, hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(u8::try_from(high * 16 + low).ok()?);
                at += 2;
            }
            (b'+', ..) => bytes.push(b' '),
            _ => bytes.push(byte),
        }
        at += 1;
    }
    String::from_utf8(bytes).ok()
}

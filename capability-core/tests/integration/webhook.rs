//! Verifying a webhook takes at most 32 times the size of its form or query in heap, whatever it contains.

#![expect(clippy::unwrap_used, reason = "a failing test can panic")]

use allocation_counter::measure;
use twilio_capability_core::webhook::{WebhookErrorKind, WebhookRequest, WebhookVerifier};

const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");
const SIGNATURE: (&str, &str) = ("X-Twilio-Signature", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=");

fn check(method: &str, target: &str, body: &str, verifier: &WebhookVerifier) {
    let request = || WebhookRequest::new(method, target, [FORM, SIGNATURE], body.as_bytes());
    let mut kind = None;
    let counted = measure(|| kind = verifier.verify(request()).err().map(|error| error.kind()));
    // The whole request is read before the signature is found to be wrong.
    assert_eq!(kind, Some(WebhookErrorKind::Signature));
    let (params, _) = if body.is_empty() { target } else { body }.split_at(8);
    let len = u64::try_from(target.len() + body.len()).unwrap();
    assert!(counted.bytes_max <= 32 * len, "{method} {params} of {len}: {}", counted.bytes_max);
    assert_eq!(counted.bytes_current, 0);
}

#[test]
fn a_request_takes_at_most_32_times_its_path_and_headers() {
    let token = "not_a_real_auth_token".parse().unwrap();
    let verifier = WebhookVerifier::new(token, "https://example.com".parse().unwrap());
    let (long, path) = ("x".repeat(100_000), format!("/{}", "❤".repeat(20_000)));
    for headers in [
        vec![("X-Twilio-Signature", &*long)],
        vec![("X-Twilio-Webhooks-Signature-Settings", &*long), SIGNATURE],
        vec![("Content-Type", &*long), SIGNATURE],
        vec![("Content-Type", "a"); 10_000],
        vec![("X-Twilio-Signature", "a"); 10_000],
    ] {
        for target in ["/", &path] {
            let request = || WebhookRequest::new("POST", target, headers.iter().copied(), b"");
            let counted = measure(|| drop(verifier.verify(request())));
            let headers: usize = headers.iter().map(|(name, value)| name.len() + value.len()).sum();
            let most = u64::try_from(32 * (target.len() + headers) + 1200).unwrap();
            assert!(counted.bytes_max <= most, "{}: {} of {most}", target.len(), counted.bytes_max);
        }
    }
}

#[test]
fn a_small_request_takes_at_most_a_kilobyte_and_five_public_urls_more() {
    for url in [
        "https://example.com".to_owned(),
        format!("https://user:secret@example.com:8080/{}", "a".repeat(100_000)),
    ] {
        let token = "not_a_real_auth_token".parse().unwrap();
        let verifier = WebhookVerifier::new(token, url.parse().unwrap());
        for (method, target, body) in [
            ("POST", "/", ""),
            ("POST", "/", "a"),
            ("POST", "/voice", "a=b"),
            ("GET", "/", ""),
            ("GET", "/?", ""),
            ("GET", "/voice?a=b", ""),
        ] {
            let request = || WebhookRequest::new(method, target, [FORM, SIGNATURE], body.as_bytes());
            let counted = measure(|| drop(verifier.verify(request())));
            let most = u64::try_from(32 * (target.len() + body.len()) + 1024 + 5 * url.len()).unwrap();
            assert!(counted.bytes_max <= most, "{method} {target} {body}: {} of {most}", counted.bytes_max);
        }
    }
}

#[test]
fn a_form_or_query_takes_at_most_32_times_its_size() {
    let token = "not_a_real_auth_token".parse().unwrap();
    let url = "https://example.com".parse().unwrap();
    let verifier = WebhookVerifier::new(token, url).max_body(1 << 20);
    for param in ["a&", "&", "a=&", "=&", "xx&", "%61&", "+&", "a=b&", "name=a+value&"] {
        // One parameter more than a power of two, where a list that grows has the most unused room.
        for count in [1 << 12, (1 << 12) + 1, (1 << 14) + 1] {
            let params = param.repeat(count);
            check("POST", "/voice", &params, &verifier);
            if params.len() < 65_000 {
                check("GET", &format!("/voice?{params}"), "", &verifier);
            }
        }
    }
}

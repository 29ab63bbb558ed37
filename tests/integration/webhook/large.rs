//! Bodies that are as large as a verifier accepts.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use twilio_capability::webhook::{WebhookErrorKind, WebhookRequest, WebhookVerifier};

/// Sorting takes O(n log n) comparisons of short names. If it took O(n²), this test would take an hour.
#[test]
fn two_hundred_thousand_parameters_are_read() {
    let verifier = WebhookVerifier::new(
        "not_a_real_auth_token".parse().unwrap(),
        "https://example.com".parse().unwrap(),
    );
    let headers = [
        ("X-Twilio-Signature", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="),
        ("Content-Type", "application/x-www-form-urlencoded"),
    ];
    for body in [
        (0..200_000).rev().map(|n| n.to_string()).collect::<Vec<_>>().join("&"),
        "a&".repeat(200_000),
        "=&".repeat(200_000),
        "&".repeat(200_000),
        "a=1".repeat(200_000),
    ] {
        let request = WebhookRequest::new("POST", "/voice", headers, body.as_bytes());
        let error = verifier.clone().max_body(body.len()).verify(request.clone()).unwrap_err();
        assert_eq!(error.kind(), WebhookErrorKind::Signature);
        let error = verifier.verify(request).unwrap_err();
        assert_eq!(error.kind(), WebhookErrorKind::BodyTooLarge);
    }
}

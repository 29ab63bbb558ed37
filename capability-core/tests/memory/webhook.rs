//! Nothing stays of the keys that verify webhooks.

use std::collections::BTreeSet;

use twilio_capability_core::webhook::{WebhookErrorKind, WebhookRequest, WebhookVerifier};

use super::needles::{Needle, secret};
use super::{alone, found};

fn refuse(verifier: &WebhookVerifier, headers: &[(&str, &str)]) {
    let request = WebhookRequest::new("GET", "/voice?user_id=42", headers.iter().copied(), b"");
    assert_eq!(verifier.verify(request).unwrap_err().kind(), WebhookErrorKind::Signature);
}

/// Searches while the verifier is there and after it has been dropped.
fn leaves_nothing(verifier: impl Fn(usize) -> WebhookVerifier, headers: &[(&str, &str)], keyed: &str) {
    alone(|which, needles: &[Needle]| {
        let verifier = verifier(which);
        refuse(&verifier, headers);
        assert!(found(needles).contains(keyed));
        drop(verifier);
        assert_eq!(found(needles), BTreeSet::new());
    });
}

#[test]
fn nothing_stays_of_an_auth_token() {
    let verifier = |which| {
        let (one, other) = (secret(which).try_into().unwrap(), secret(which).try_into().unwrap());
        WebhookVerifier::new(one, "https://example.com".parse().unwrap()).or_auth_token(other)
    };
    leaves_nothing(
        verifier,
        &[("X-Twilio-Signature", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")],
        "a keyed state of SHA-1",
    );
}

#[test]
fn nothing_stays_of_a_shared_key() {
    let verifier = |which| {
        WebhookVerifier::from_shared_key(
            secret(which).try_into().unwrap(),
            "https://example.com".parse().unwrap(),
        )
    };
    let headers = [
        ("X-Twilio-Webhooks-Signature-Settings", "key=webhooks_sharedkey_0,algorithm=HMAC_SHA256"),
        ("X-Twilio-Signature", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
    ];
    leaves_nothing(verifier, &headers, "the inner keyed state");
}

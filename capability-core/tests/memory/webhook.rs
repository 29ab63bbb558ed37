//! Nothing stays of the keys that verify webhooks, and of those that sign parameters.

use std::collections::BTreeSet;

use twilio_capability_core::webhook::{
    ParamsKey, ParamsKeyErrorKind, SignedParamsErrorKind, VoiceCallError, WebhookErrorKind, WebhookRequest,
    WebhookVerifier,
};
use twilio_capability_core::{ApplicationSid, ClientName};
use zeroize::Zeroizing;

use super::needles::{Needle, hex, secret};
use super::{ACCOUNT, alone, found, now};

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP11111111111111111111111111111111");

/// The start of what the signature of parameters covers: two blocks.
pub(super) const SIGNED_PARAMS: &str = "\0\0\0\0\0\0\0\x1Ctwilio-capability parameters\
    \0\0\0\0\0\0\0\x22AC11111111111111111111111111111111\
    \0\0\0\0\0\0\0\x22AP11111111111111111111111111111111\
    \0\0\0\0\0\0\0\x04john";

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

/// A call whose parameters another key has signed. Twilio has signed the request.
fn refuse_params(key: &ParamsKey) {
    const TARGET: &str = "/voice?CallSid=CA11111111111111111111111111111111&AccountSid=AC11111111111111111111111111111111\
        &ApplicationSid=AP11111111111111111111111111111111&From=client:john&Direction=inbound&CallStatus=ringing\
        &params_signature=1900000000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let url = "https://example.com".parse().unwrap();
    let webhooks = WebhookVerifier::new("not_a_real_auth_token".parse().unwrap(), url);
    let headers = [("X-Twilio-Signature", "PEotOvZuw50lZ7VOJppQ+asgjFY=")];
    let webhook = webhooks.verify(WebhookRequest::new("GET", TARGET, headers, b"")).unwrap();
    let refused = key.voice_call_at::<()>(&webhook, now()).unwrap_err();
    assert!(
        matches!(refused, VoiceCallError::Untrusted(error) if error.kind() == SignedParamsErrorKind::Signature)
    );
}

fn of_bytes(which: usize) -> ParamsKey {
    ParamsKey::from_bytes(Zeroizing::new(secret(which)).as_bytes()).unwrap()
}

#[test]
fn nothing_stays_of_a_key_for_parameters() {
    let keys: [fn(usize) -> ParamsKey; 4] = [
        of_bytes,
        |which| hex(&Zeroizing::new(secret(which))).parse().unwrap(),
        |which| of_bytes(which).or_key(ParamsKey::generate()),
        |which| ParamsKey::generate().or_key(of_bytes(which)),
    ];
    for key in keys {
        alone(|which, needles| {
            let key = key(which);
            let signed = key.sign_params(&(), ACCOUNT, APPLICATION, &ClientName::from_static("john"), now());
            refuse_params(&key);
            let copy = key.clone();
            drop((key, signed));
            assert!(found(needles).contains("the inner keyed state"));
            drop(copy);
            assert_eq!(found(needles), BTreeSet::new());
        });
    }
}

#[test]
fn nothing_stays_of_a_key_for_parameters_that_is_refused() {
    alone(|which, needles| {
        for (len, last, kind) in [
            (64, "gg", ParamsKeyErrorKind::NotHex),
            (64, "0", ParamsKeyErrorKind::NotHex),
            (62, "", ParamsKeyErrorKind::TooShort),
        ] {
            let mut digits = hex(&Zeroizing::new(secret(which)));
            digits.truncate(len);
            digits.push_str(last);
            assert_eq!(digits.parse::<ParamsKey>().unwrap_err().kind(), kind);
        }
        assert_eq!(found(needles), BTreeSet::new());
    });
}

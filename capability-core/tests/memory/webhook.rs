//! Nothing stays of the keys that verify webhooks, and of those that sign parameters.

use std::collections::BTreeSet;

use twilio_capability_core::webhook::{
    ParamsKey, ParamsKeyErrorKind, PublicUrl, SignedParamsErrorKind, VoiceCallError, WebhookErrorKind,
    WebhookRequest, WebhookSigner, WebhookVerifier,
};
use twilio_capability_core::{ApplicationSid, ClientName, Params, Ttl};
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

#[test]
fn nothing_stays_of_the_key_of_a_signer() {
    alone(|which, needles| {
        let url = "https://example.com".parse().unwrap();
        let signer = WebhookSigner::new(secret(which).try_into().unwrap(), url);
        let no_headers: [(&str, &str); 0] = [];
        signer.sign(WebhookRequest::new("GET", "/voice", no_headers, b"")).unwrap();
        assert!(found(needles).contains("a keyed state of SHA-1"));
        drop(signer);
        assert_eq!(found(needles), BTreeSet::new());
    });
}

#[test]
fn nothing_stays_of_the_password_of_a_public_url() {
    let public_url = |which| -> PublicUrl {
        let password = Zeroizing::new(secret(which));
        let url = ["https://user:", &password, "@example.com:8443/base/"].concat();
        Zeroizing::new(url).parse().unwrap()
    };
    alone(|which, needles| {
        let auth_token = || "not_a_real_auth_token".parse().unwrap();
        let verifier = WebhookVerifier::new(auth_token(), public_url(which));
        let signer = WebhookSigner::new(auth_token(), public_url(which).clone());
        refuse(&verifier, &[("X-Twilio-Signature", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]);
        let no_headers: [(&str, &str); 0] = [];
        signer.sign(WebhookRequest::new("GET", "/voice", no_headers, b"")).unwrap();
        assert!(signer.sign(WebhookRequest::new("PUT", "/voice", no_headers, b"")).is_err());
        assert!(!format!("{verifier:?} {signer:?}").contains("user"));
        assert!(found(needles).contains("the secret"));
        drop((verifier, signer));
        assert_eq!(found(needles), BTreeSet::new());
    });
}

/// A call with this signature of parameters. Twilio has signed the request.
fn receive(key: &ParamsKey, proof: &str) -> Result<(), VoiceCallError> {
    let target = format!(
        "/voice?CallSid=CA11111111111111111111111111111111&AccountSid={ACCOUNT}&ApplicationSid={APPLICATION}\
         &From=client:john&Direction=inbound&CallStatus=ringing&params_signature={proof}"
    );
    let url: PublicUrl = "https://example.com".parse().unwrap();
    let auth_token = || "not_a_real_auth_token".parse().unwrap();
    let no_headers: [(&str, &str); 0] = [];
    let unsigned = WebhookRequest::new("GET", &target, no_headers, b"");
    let signature = WebhookSigner::new(auth_token(), url.clone()).sign(unsigned).unwrap();
    let headers = [("X-Twilio-Signature", signature.as_str())];
    let webhook =
        WebhookVerifier::new(auth_token(), url).verify(WebhookRequest::new("GET", &target, headers, b""));
    key.voice_call_at::<()>(&webhook.unwrap(), now()).map(drop)
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
            let (john, until) = (ClientName::from_static("john"), now().after(Ttl::from_static(60)));
            let signed = key.sign_params(&(), ACCOUNT, APPLICATION, &john, until);
            let (_, proof) = Params::from(&signed).iter().next().unwrap();
            receive(&key, &proof).unwrap();
            let forged = format!("{}.{}", until.as_secs(), "A".repeat(43));
            let error = receive(&key, &forged).unwrap_err();
            assert!(
                matches!(error, VoiceCallError::Untrusted(error) if error.kind() == SignedParamsErrorKind::Signature)
            );
            let copy = key.clone();
            drop(key);
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

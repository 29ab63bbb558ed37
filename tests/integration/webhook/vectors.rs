//! The requests in `vectors/webhook.json`, which Twilio's libraries signed or refused.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use serde_json::Value;
use twilio_capability::webhook::{
    PublicUrl, WebhookErrorKind, WebhookRequest, WebhookSigner, WebhookVerifier,
};

struct Case {
    name: String,
    method: String,
    public_url: PublicUrl,
    target: String,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
    secret: String,
    form: Vec<(String, String)>,
    is_valid: bool,
}

fn cases() -> Vec<Case> {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../../vectors/webhook.json")).unwrap();
    cases.iter().map(case).collect()
}

fn case(case: &Value) -> Case {
    let string = |name: &str| case[name].as_str().unwrap().to_owned();
    let url = string("url");
    let path = url.match_indices('/').nth(2).unwrap().0;
    let mut headers = vec![("X-Twilio-Signature", string("signature"))];
    if let Some(settings) = case["settings_header"].as_str() {
        headers.push(("X-Twilio-Webhooks-Signature-Settings", settings.to_owned()));
    }
    let form: Vec<(String, String)> =
        serde_json::from_value(case["received_form"].clone()).unwrap_or_default();
    let body = if let Some(json) = case["body"].as_str() {
        headers.push(("Content-Type", "application/json".to_owned()));
        json.as_bytes().to_vec()
    } else {
        if !case["received_form"].is_null() {
            headers.push(("Content-Type", "application/x-www-form-urlencoded".to_owned()));
        }
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&form).finish().into_bytes()
    };
    Case {
        name: string("name"),
        method: string("method"),
        public_url: url[..path].parse().unwrap(),
        target: url[path..].to_owned(),
        headers,
        body,
        secret: string("secret"),
        form,
        is_valid: case["valid"].as_bool().unwrap(),
    }
}

impl Case {
    fn verifier(&self) -> WebhookVerifier {
        let url = self.public_url.clone();
        if self.headers.iter().any(|(name, _)| name.ends_with("Settings")) {
            WebhookVerifier::from_shared_key(self.secret.parse().unwrap(), url)
        } else {
            WebhookVerifier::new(self.secret.parse().unwrap(), url)
        }
    }

    fn request(&self) -> WebhookRequest<'_> {
        let headers = self.headers.iter().map(|(name, value)| (*name, value.as_str()));
        WebhookRequest::new(&self.method, &self.target, headers, &self.body)
    }
}

#[test]
fn requests_are_accepted_and_refused_as_by_the_libraries_of_twilio() {
    let cases = cases();
    assert_eq!(cases.len(), 17);
    for case in &cases {
        let found = case.verifier().verify(case.request());
        assert_eq!(found.is_ok(), case.is_valid, "{}: {found:?}", case.name);
        match found {
            Ok(webhook) if case.method == "POST" => {
                let form = case.form.iter().map(|(name, value)| (name.as_str(), value.as_str()));
                assert!(webhook.params().iter().eq(form), "{}", case.name);
                assert_eq!(webhook.body(), case.body);
            }
            Ok(webhook) => assert!(webhook.params().iter().eq([("user_id", "42"), ("x", "1")])),
            Err(error) => assert!(
                matches!(error.kind(), WebhookErrorKind::Signature | WebhookErrorKind::BodyHash),
                "{}: {error}",
                case.name
            ),
        }
    }
}

#[test]
fn a_signer_for_tests_signs_as_twilio_does() {
    let mut count = 0;
    for case in cases().iter().filter(|case| case.is_valid && case.headers.len() < 3) {
        let signer = WebhookSigner::new(case.secret.parse().unwrap(), case.public_url.clone());
        let signature = signer.sign(case.request()).unwrap();
        assert_eq!(signature, case.headers[0].1, "{}", case.name);
        count += 1;
    }
    assert_eq!(count, 13);
}

#[test]
fn a_request_with_any_byte_changed_is_refused() {
    for case in cases().iter().filter(|case| case.is_valid) {
        let verifier = case.verifier();
        let refused = |method: &str, target: &str, body: &[u8]| {
            let headers = case.headers.iter().map(|(name, value)| (*name, value.as_str()));
            let found = verifier.verify(WebhookRequest::new(method, target, headers, body));
            assert!(found.is_err(), "{}: {target} {}", case.name, String::from_utf8_lossy(body));
        };
        for at in 1..case.target.len() {
            let mut target = case.target.clone().into_bytes();
            target[at] ^= 1;
            if let Ok(target) = String::from_utf8(target) {
                refused(&case.method, &target, &case.body);
            }
            refused(&case.method, &case.target[..at], &case.body);
        }
        refused(&case.method, &format!("{}&x=1", case.target), &case.body);
        let other = if case.method == "GET" { "POST" } else { "GET" };
        if !case.body.is_empty() {
            refused(other, &case.target, &case.body);
        }
        for at in 0..case.body.len() {
            // `+` and `%20` are the same value, so only changes of letters and digits are sure to change the form.
            if case.body[at].is_ascii_alphanumeric() {
                let mut body = case.body.clone();
                body[at] = if body[at] == b'x' { b'y' } else { b'x' };
                refused(&case.method, &case.target, &body);
            }
        }
        for at in 0..case.headers[0].1.len() {
            let mut headers = case.headers.clone();
            let byte = if case.headers[0].1.as_bytes()[at] == b'A' { "B" } else { "A" };
            headers[0].1.replace_range(at..=at, byte);
            let headers = headers.iter().map(|(name, value)| (*name, value.as_str()));
            let request = WebhookRequest::new(&case.method, &case.target, headers, &case.body);
            assert!(verifier.verify(request).is_err(), "{}: character {at} of the signature", case.name);
        }
    }
}

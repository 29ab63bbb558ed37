//! Declare, sign, read the token, send its parameters as Twilio does, verify the request: the value is the same.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use sha2::Sha256;
use twilio_capability::read::{ReadScope, Verifier};
use twilio_capability::webhook::{VoiceCall, VoiceCallError, WebhookRequest, WebhookVerifier};
use twilio_capability::{CallParams, access_token, capability, inspect};

use crate::support::{ACCOUNT_SID, account, api_key, now};

#[derive(CallParams, Clone, PartialEq, Debug)]
struct Caller {
    user_id: u64,
    balance: i64,
    ratio: f64,
    beta: bool,
    initial: char,
    name: String,
    #[params(rename = "return-to/ü&=%2B+")]
    return_to: Option<String>,
    seat: Option<u8>,
}

/// Any Unicode, and strings that have broken encoders before.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        vec(any::<char>(), 0..20).prop_map(String::from_iter),
        "[&=%+ ?/:;,.\\-_~!*'()\"\\\\\r\n\t\u{0}]{0,12}",
        "(%[0-9A-Fa-f]{2}|%25|%|\\+|é|📞|\u{FEFF}|\u{202E}){0,8}",
        Just(String::new()),
    ]
}

fn caller() -> impl Strategy<Value = Caller> {
    let finite = any::<f64>().prop_filter("equal to itself", |ratio| !ratio.is_nan());
    let numbers = (any::<u64>(), any::<i64>(), finite, any::<bool>(), any::<char>());
    (numbers, text(), option::of(text()), option::of(any::<u8>())).prop_map(
        |((user_id, balance, ratio, beta, initial), name, return_to, seat)| Caller {
            user_id,
            balance,
            ratio,
            beta,
            initial,
            name,
            return_to,
            seat,
        },
    )
}

/// The request that Twilio sends for a call with these parameters, signed with a shared key and verified.
fn received<'a>(
    params: impl Iterator<Item = (&'a str, &'a str)>,
) -> Result<VoiceCall<Caller>, VoiceCallError> {
    const URL: &str = "https://example.com";
    const TARGET: &str = "/voice?x=1";
    const KEY: &str = "not_a_real_shared_key";
    let twilio = [
        ("CallSid", "CA00000000000000000000000000000000"),
        ("AccountSid", ACCOUNT_SID),
        ("From", "client:john"),
        ("To", ""),
        ("Direction", "inbound"),
        ("CallStatus", "ringing"),
    ];
    let mut form: Vec<_> = twilio.into_iter().chain(params).collect();
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(&form).finish();
    form.sort_unstable();
    let text = form.iter().flat_map(|(name, value)| [*name, *value]);
    let text: String = [URL, TARGET].into_iter().chain(text).collect();
    let mac = Hmac::<Sha256>::new_from_slice(KEY.as_bytes()).unwrap().chain_update(text);
    let headers = [
        ("Content-Type", "application/x-www-form-urlencoded".to_owned()),
        ("X-Twilio-Signature", STANDARD.encode(mac.finalize().into_bytes())),
        ("X-Twilio-Webhooks-Signature-Settings", "key=a,algorithm=HMAC_SHA256".to_owned()),
    ];
    let webhooks = WebhookVerifier::from_shared_key(KEY.parse().unwrap(), URL.parse().unwrap());
    webhooks.voice_call(WebhookRequest::new("POST", TARGET, headers, body.as_bytes()))
}

proptest! {
    #[test]
    fn a_capability_token_brings_the_same_value(caller in caller()) {
        let account = account();
        let token = capability! {
            outgoing "AP11111111111111111111111111111111" as "john" { ..caller };
            credentials &account
        }
        .sign_at(now());
        let capability = Verifier::capability(&account).verify_at(token.as_str(), now()).unwrap();
        let [ReadScope::Outgoing { params, .. }] = capability.scopes().as_slice() else { panic!("one scope") };
        let call = received(params.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        prop_assert_eq!(call.unwrap().params, caller);
    }

    #[test]
    fn an_access_token_brings_the_same_value(caller in caller()) {
        let token = access_token! {
            identity "john";
            voice { outgoing "AP11111111111111111111111111111111" { ..&caller } };
            credentials api_key()
        }
        .sign_at(now());
        let inspection = inspect(token.as_str());
        let voice = inspection.grants().unwrap().voice.as_ref().unwrap();
        let params = voice.outgoing.as_ref().unwrap().params.to_map();
        let call = received(params.iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap())));
        prop_assert_eq!(call.unwrap().params, caller);
    }
}

//! Declare, sign, read the token, send its parameters as Twilio does, receive them: the value is the same.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use twilio_capability::read::{ReadScope, Verifier};
use twilio_capability::{CallParams, ReceivedParams, access_token, capability, inspect};

use crate::support::{account, api_key, now, pairs};

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

/// What a webhook receives: Twilio's parameters and these, as a form.
fn received<'a>(params: impl Iterator<Item = (&'a str, &'a str)>) -> ReceivedParams {
    let twilio = [("CallSid", "CA00000000000000000000000000000000"), ("From", "client:john"), ("To", "")];
    let form: Vec<String> = twilio
        .into_iter()
        .chain(params)
        .map(|(name, value)| format!("{}={}", form_encoded(name), form_encoded(value)))
        .collect();
    pairs(&form.join("&")).into_iter().collect()
}

/// `application/x-www-form-urlencoded`, as the URL standard defines it.
fn form_encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b' ' => "+".to_owned(),
        b'*' | b'-' | b'.' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
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
        let received = received(params.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        prop_assert_eq!(Caller::read_params(&received).unwrap(), caller);
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
        let params = &voice.outgoing.as_ref().unwrap().params;
        let received = received(params.iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap())));
        prop_assert_eq!(Caller::read_params(&received).unwrap(), caller);
    }
}

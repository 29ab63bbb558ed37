//! A prepared capability mints the same tokens as signing, for any capability.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a failing test can panic")]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Map, Value};
use twilio_capability_core::{
    AccountCredentials, ApplicationSid, ClientCapability, ClientName, EventStream, FilterName, Outgoing,
    ParamName, Scope, Scopes, Ttl, UnixTime, crypto,
};

fn name() -> impl Strategy<Value = ClientName> {
    prop_oneof![
        "[A-Za-z0-9_]{1,121}".prop_map(|name| name.parse().unwrap()),
        "[a-zé@.+&=:-]{1,80}".prop_map(|name| ClientName::lenient(&name).unwrap()),
    ]
}

fn outgoing() -> impl Strategy<Value = Outgoing> {
    let application = "AP[0-9a-fA-F]{32}".prop_map(|sid| sid.parse::<ApplicationSid>().unwrap());
    let param = ("p[A-Za-z0-9_.-]{0,9}", any::<String>());
    (application, option::of(name()), vec(param, 0..4)).prop_map(|(application, name, params)| {
        let mut outgoing = Outgoing::to(application);
        if let Some(name) = name {
            outgoing = outgoing.as_client(name);
        }
        params.into_iter().fold(outgoing, |outgoing, (name, value)| {
            outgoing.param(name.parse::<ParamName>().unwrap(), value)
        })
    })
}

fn events() -> impl Strategy<Value = EventStream> {
    vec(("f[A-Za-z]{0,9}", any::<String>()), 0..3).prop_map(|filters| {
        filters.into_iter().fold(EventStream::new(), |events, (name, value)| {
            events.filter(name.parse::<FilterName>().unwrap(), value)
        })
    })
}

fn scopes() -> impl Strategy<Value = Scopes> {
    (option::of(name()), option::of(outgoing()), option::of(events())).prop_filter_map(
        "a token has a scope",
        |(incoming, outgoing, events)| {
            let list =
                [incoming.map(Scope::Incoming), outgoing.map(Scope::Outgoing), events.map(Scope::Events)];
            Scopes::from_list(list.into_iter().flatten()).ok()
        },
    )
}

/// Times of one to twelve digits.
fn time() -> impl Strategy<Value = UnixTime> {
    prop_oneof![
        (0..=UnixTime::MAX.as_secs()).prop_map(|seconds| UnixTime::from_secs(seconds).unwrap()),
        (0..2_000_000_000_u64).prop_map(|seconds| UnixTime::from_secs(seconds).unwrap()),
        (0..12_u32).prop_map(|digits| UnixTime::from_secs(10_u64.pow(digits)).unwrap()),
        Just(UnixTime::MAX),
    ]
}

fn accounts() -> [AccountCredentials; 2] {
    let (sid, auth_token) = ("AC0123456789abcdefABCDEF0123456789", "not_a_real_auth_token");
    let sid = || sid.parse().unwrap();
    let auth_token = || auth_token.parse().unwrap();
    [
        AccountCredentials::new(sid(), auth_token()),
        AccountCredentials::with_provider(sid(), auth_token(), &crypto::PROVIDER).unwrap(),
    ]
}

proptest! {
    #[test]
    fn minting_returns_the_token_that_signing_returns(
        scopes in scopes(),
        ttl in option::of(1..=86_400_u64),
        expires_at in option::of(time()),
        not_before in option::of(time()),
        times in vec(time(), 1..4),
    ) {
        let capability = ClientCapability::new()
            .scopes(scopes)
            .maybe_ttl(ttl.map(|seconds| Ttl::from_secs(seconds).unwrap()))
            .maybe_expires_at(expires_at)
            .maybe_not_before(not_before);
        let mut tokens = Vec::new();
        for account in accounts() {
            let capability = capability.clone().credentials(&account);
            let prepared = capability.prepare();
            for now in &times {
                let (minted, signed) = (prepared.mint_at(*now), capability.sign_at(*now));
                prop_assert_eq!(minted.as_str(), signed.as_str());
                prop_assert_eq!(minted.expires_at(), signed.expires_at());
                tokens.push((*now, signed));
            }
        }
        // The provider of the second account computes the same signature.
        let (ours, provided) = tokens.split_at(times.len());
        for ((now, ours), (_, provided)) in ours.iter().zip(provided) {
            prop_assert_eq!(ours.as_str(), provided.as_str());
            let claims = claims(ours.as_str());
            prop_assert_eq!(claims.get("exp").and_then(Value::as_u64), Some(ours.expires_at().as_secs()));
            prop_assert_eq!(claims.get("nbf").and_then(Value::as_u64), not_before.map(UnixTime::as_secs));
            prop_assert!(ours.expires_at().as_secs() <= now.as_secs() + 86_400);
        }
    }
}

/// The claims of a token, as JSON without escapes.
fn claims(token: &str) -> Map<String, Value> {
    let [_, claims, _] = token.split('.').collect::<Vec<_>>()[..] else {
        panic!("{token} has not three parts")
    };
    let json = String::from_utf8(URL_SAFE_NO_PAD.decode(claims).unwrap()).unwrap();
    assert!(json.bytes().all(|byte| (b' '..=b'~').contains(&byte) && byte != b'\\'), "{json}");
    let read: Map<_, _> = serde_json::from_str(&json).unwrap();
    let quotes = 2 * read.len() + 2 * read.values().filter(|value| value.is_string()).count();
    assert_eq!(json.bytes().filter(|byte| *byte == b'"').count(), quotes, "{json}");
    read
}

#[test]
fn the_clock_and_the_output_string_do_not_change_the_token() {
    let [account, _] = accounts();
    let capability = ClientCapability::new().incoming(ClientName::from_static("john")).credentials(&account);
    let prepared = capability.prepare();
    let mut jwt = String::from("an earlier string, which can be longer or shorter than the token");
    prepared.mint_into(&mut jwt);
    let exp = claims(&jwt).get("exp").and_then(Value::as_u64).unwrap();
    let now = UnixTime::from_secs(exp - 3600).unwrap();
    assert_eq!(jwt, capability.sign_at(now).as_str());
    let minted = prepared.mint();
    assert_eq!(
        minted.as_str(),
        prepared.mint_at(UnixTime::from_secs(minted.expires_at().as_secs() - 3600).unwrap()).as_str()
    );
}

#[test]
fn debug_does_not_show_the_key_or_the_state() {
    let [account, _] = accounts();
    let prepared =
        ClientCapability::new().incoming(ClientName::from_static("john")).credentials(&account).prepare();
    let shown = format!("{prepared:?}");
    assert!(
        shown.starts_with("Prepared { account: AccountCredentials") && shown.contains("[redacted]"),
        "{shown}"
    );
    assert!(!shown.contains("not_a_real"), "{shown}");
}

//! What is minted is read: a token with any value that can be made is accepted by a verifier, or the value is refused when it is
//! made.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use twilio_capability::{
    AccessToken, ApplicationSid, ChatGrant, ClientCapability, ClientName, EndpointId, EventStream,
    FilterName, Identity, Json, JsonErrorKind, Outgoing, OutgoingParams, ParamName, Params, ParamsErrorKind,
    PlaybackGrant, PlaybackGrantError, Region, RoomName, Scopes, SyncGrant, TaskRouterGrant, Token, TokenId,
    Verifier, VideoGrant, VoiceGrant, VoiceIdentity, WorkerRole,
};

use crate::support::{account, api_key, now};

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP00000000000000000000000000000000");
const A: ParamName = ParamName::from_static("a");

/// Texts with characters that JSON or a scope has to escape, and long ones.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[\"\\\\/&=%+ \u{0}-\u{1f}\u{7f}\u{202e}\u{10ffff}é]{0,20}",
        "[a-zA-Z0-9_]{1,130}",
        "(x|é){0,300}",
    ]
}

/// JSON with up to 60 levels.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<u64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        text().prop_map(Into::into),
    ];
    let any = leaf.prop_recursive(4, 30, 18, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..18).prop_map(Into::into),
            vec((text(), inner), 0..18).prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    });
    (any, 0..60_usize).prop_map(|(value, levels)| {
        (0..levels).fold(value, |inner, n| if n % 2 == 0 { json!([inner]) } else { json!({ "n": inner }) })
    })
}

fn verifies_capability(token: &Token) {
    Verifier::capability(&account()).max_len(usize::MAX).verify_at(token.as_str(), now()).unwrap();
}

fn verifies_access(token: &Token) {
    Verifier::access_token(&api_key()).max_len(usize::MAX).verify_at(token.as_str(), now()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_string_of_a_capability(name in text(), value in text()) {
        let mut capability = ClientCapability::new().events(EventStream::new());
        for client in [ClientName::try_from(name.as_str()), ClientName::lenient(&name), ClientName::escaped(&name)] {
            let Ok(client) = client else { continue };
            capability = capability.incoming(client.clone()).outgoing(Outgoing::to(APPLICATION).as_client(client));
        }
        verifies_capability(&capability.clone().credentials(&account()).sign_at(now()));
        if let Ok(filter) = FilterName::try_from(name.as_str()) {
            capability = capability.events(EventStream::new().filter(filter, &value));
        }
        let mut outgoing = Outgoing::to(APPLICATION);
        if let Ok(name) = ParamName::try_from(name.as_str()) {
            outgoing = outgoing.param(name, &value);
        }
        if let Ok(params) = Params::try_from_iter([(&name, &value), (&value, &name)]) {
            outgoing = outgoing.params(params);
        }
        capability = capability.outgoing(outgoing);
        verifies_capability(&capability.credentials(&account()).sign_at(now()));
    }

    #[test]
    fn every_string_of_an_access_token(string in text()) {
        let s = string.as_str();
        let key = &api_key();
        let token = || AccessToken::new().anonymous();
        let service = || "IS00000000000000000000000000000000".parse().unwrap();
        if let Ok(identity) = Identity::try_from(s) {
            let token = AccessToken::new().identity(identity).video(VideoGrant::new());
            verifies_access(&token.credentials(key).sign_at(now()));
        }
        for identity in [VoiceIdentity::try_from(s), VoiceIdentity::escaped(s)].into_iter().flatten() {
            let token = AccessToken::new().voice_identity(identity).voice(VoiceGrant::new().incoming());
            verifies_access(&token.credentials(key).sign_at(now()));
        }
        if let Ok(room) = RoomName::try_from(s) {
            verifies_access(&token().video(VideoGrant::new().room(room)).credentials(key).sign_at(now()));
        }
        if let Ok(endpoint) = EndpointId::try_from(s) {
            let chat = ChatGrant::new(service()).endpoint_id(endpoint.clone());
            let sync = SyncGrant::new(service()).endpoint_id(endpoint);
            verifies_access(&token().chat(chat).sync(sync).credentials(key).sign_at(now()));
        }
        if let Ok(role) = WorkerRole::try_from(s) {
            let router = TaskRouterGrant::new("WS00000000000000000000000000000000".parse().unwrap());
            verifies_access(&token().task_router(router.role(role)).credentials(key).sign_at(now()));
        }
        let video = token().video(VideoGrant::new());
        if let Ok(id) = TokenId::try_from(s) {
            verifies_access(&video.clone().id(id).credentials(key).sign_at(now()));
        }
        if let Ok(region) = s.parse::<Region>() {
            verifies_access(&video.region(region).credentials(key).sign_at(now()));
        }
    }

    #[test]
    fn every_json_value(name in text(), value in value(), number in any::<f64>(), small in any::<f32>()) {
        let params = OutgoingParams::new().param(A, &name).param("n".parse().unwrap(), [number, f64::NAN]);
        let params = params.param("f".parse().unwrap(), small);
        let mut all = vec![params.clone()];
        match Json::try_from(&value) {
            Ok(json) => {
                prop_assert_eq!(&value.to_string().parse::<Json>().unwrap(), &json);
                all.push(params.param(A, json));
            }
            Err(error) => {
                prop_assert!([JsonErrorKind::TooDeep, JsonErrorKind::TooLong].contains(&error.kind()));
                prop_assert_eq!(value.to_string().parse::<Json>().unwrap_err().kind(), error.kind());
            }
        }
        let object = Map::from_iter([(name.clone(), value.clone())]);
        all.extend(OutgoingParams::try_from(object.clone()));
        all.extend(OutgoingParams::try_from_iter([(&name, &name)]));
        for params in all {
            let voice = VoiceGrant::new().outgoing_with(APPLICATION, params.clone());
            let token = AccessToken::new().voice_identity(VoiceIdentity::from_static("john")).voice(voice);
            let token = token.credentials(&api_key()).sign_at(now());
            let verifier = Verifier::access_token(&api_key()).max_len(usize::MAX);
            let verified = verifier.verify_at(token.as_str(), now()).unwrap();
            let read = verified.grants().voice.as_ref().unwrap().outgoing.as_ref().unwrap().params.to_map();
            prop_assert_eq!(read.len(), params.len());
            for (name, value) in params.iter() {
                prop_assert_eq!(&read[name], value);
            }
        }
        let text = Value::Object(object.clone()).to_string();
        for playback in [PlaybackGrant::try_from(object), text.parse()].into_iter().flatten() {
            let token = AccessToken::new().anonymous().playback(playback);
            verifies_access(&token.credentials(&api_key()).sign_at(now()));
        }
    }
}

#[test]
fn what_could_not_be_read_is_refused_with_its_limit() {
    let nested = |levels: usize| (1..levels).fold(json!({}), |inner, _| json!({ "a": inner }));
    let playback = |levels| PlaybackGrant::try_from(nested(levels).as_object().unwrap().clone());
    let token = AccessToken::new().anonymous().playback(playback(30).unwrap());
    verifies_access(&token.credentials(&api_key()).sign_at(now()));
    assert_eq!(playback(31), Err(PlaybackGrantError::TooDeep));
    assert_eq!(nested(31).to_string().parse::<PlaybackGrant>(), Err(PlaybackGrantError::TooDeep));
    let says = PlaybackGrantError::TooDeep.to_string();
    assert_eq!(says, "this playback grant has more than 30 levels of objects and arrays");
    let twice = r#"{"a":{"b":1,"\u0062":2}}"#.parse::<PlaybackGrant>();
    assert_eq!(twice, Err(PlaybackGrantError::Repeated));
    let long = json!({ "a": "x".repeat(12 * 1024) });
    assert_eq!(long.to_string().parse::<PlaybackGrant>(), Err(PlaybackGrantError::TooLong));
    assert_eq!(PlaybackGrant::try_from(long.as_object().unwrap().clone()), Err(PlaybackGrantError::TooLong));

    let params = |value: Value| OutgoingParams::try_from(Map::from_iter([("order".to_owned(), value)]));
    let voice = VoiceGrant::new().outgoing_with(APPLICATION, params(nested(27)).unwrap());
    let token = AccessToken::new().voice_identity(VoiceIdentity::from_static("john")).voice(voice);
    verifies_access(&token.credentials(&api_key()).sign_at(now()));
    let error = params(nested(28)).unwrap_err();
    assert_eq!((error.name(), error.kind()), ("order", ParamsErrorKind::Value(JsonErrorKind::TooDeep)));
    assert_eq!(
        error.to_string(),
        "the value of the parameter `order` is not accepted: this JSON has more than 27 levels of objects and arrays"
    );
    let error = params(long).unwrap_err();
    assert_eq!(error.kind(), ParamsErrorKind::Value(JsonErrorKind::TooLong));
    assert!(error.to_string().ends_with("this JSON has more than 12288 bytes"));
    // Deep enough to overflow the stack of a function that calls itself for each level.
    let deep = |levels: usize| (0..levels).fold(Value::Null, |inner, _| Value::Array(vec![inner]));
    assert!(params(deep(100_000)).is_err());
    let object = || Map::from_iter([("a".to_owned(), deep(100_000)), ("b".to_owned(), deep(100_000))]);
    assert_eq!(OutgoingParams::try_from(object()).unwrap_err().name(), "a");
    assert_eq!(PlaybackGrant::try_from(object()), Err(PlaybackGrantError::TooDeep));
}

/// The order of members in `serde_json` depends on its features; that of a token does not.
#[test]
fn the_same_value_is_minted_as_the_same_bytes() {
    let unsorted = r#"{"z":1,"a":{"y":[{"x":1,"b":2}],"c":1.50}}"#;
    let json: Json = unsorted.parse().unwrap();
    let voice = VoiceGrant::new().outgoing_with(APPLICATION, OutgoingParams::new().param(A, json));
    let token = AccessToken::new().voice_identity(VoiceIdentity::from_static("john")).voice(voice);
    let token = token.credentials(&api_key()).sign_at(now());
    let verified = Verifier::access_token(&api_key()).verify_at(token.as_str(), now()).unwrap();
    let outgoing = verified.grants().voice.as_ref().unwrap().outgoing.as_ref().unwrap();
    assert_eq!(outgoing.params.as_str(), r#"{"a":{"a":{"c":1.5,"y":[{"b":2,"x":1}]},"z":1}}"#);
}

/// Each step would take minutes if it compared each name with all others.
#[test]
fn a_hundred_thousand_parameters_take_the_same_time_each() {
    let names = (0..100_000).map(|n| (format!("name_{n}"), n));
    let outgoing = Outgoing::to(APPLICATION).params(Params::try_from_iter(names).unwrap());
    let capability = ClientCapability::new().outgoing(outgoing).incoming(ClientName::from_static("john"));
    let token = capability.to_access_token().unwrap().credentials(&api_key()).sign_at(now());
    let reader = Verifier::access_token(&api_key()).max_len(usize::MAX);
    let verified = reader.verify_at(token.as_str(), now()).unwrap();
    let outgoing = verified.grants().voice.as_ref().unwrap().outgoing.as_ref().unwrap();
    assert_eq!(outgoing.params.to_map().len(), 100_000);

    let token = capability.credentials(&account()).sign_at(now());
    let reader = Verifier::capability(&account()).max_len(usize::MAX);
    let verified = reader.verify_at(token.as_str(), now()).unwrap();
    let scopes = Scopes::try_from(verified.scopes()).unwrap();
    assert_eq!(scopes.outgoing().unwrap().iter_params().count(), 100_000);
    let params = (0..100_000).fold(OutgoingParams::new(), |params, n| {
        params.param(format!("name_{}", n % 50_000).parse().unwrap(), n)
    });
    assert_eq!(params.len(), 50_000);
}

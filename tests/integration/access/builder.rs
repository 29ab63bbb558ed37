//! The builder of access tokens: the order of calls, times, unique IDs, and secrets that it does not show.

use std::collections::{BTreeMap, HashSet};

use crate::support::{ACCOUNT_SID, API_SECRET, KEY_SID, api_key, decode, now};
use proptest::prelude::*;
use serde_json::{Value, json};
use twilio_capability::{
    AccessToken, ApiKeyCredentials, ApplicationSid, EndpointId, Identity, Json, OutgoingParams, ParamName,
    PlaybackGrant, Region, RoomName, TokenId, Ttl, UnixTime, VideoGrant, VoiceGrant, VoiceIdentity,
};

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP11111111111111111111111111111111");
const JOHN: VoiceIdentity = VoiceIdentity::from_static("john");

fn claims(token: &twilio_capability::Token) -> Value {
    decode(token.as_str(), API_SECRET).claims
}

#[test]
fn a_playback_grant_is_an_object_with_members() {
    let object = json!({"playbackUrl": "https://example.com", "requestCredentials": null});
    let playback = |grant: PlaybackGrant| {
        let token = AccessToken::default().anonymous().playback(grant).credentials(&api_key());
        claims(&token.sign_at(now()))["grants"]["player"].take()
    };
    assert_eq!(playback(object.to_string().parse().unwrap()), object);
    assert_eq!(playback(object.as_object().unwrap().clone().try_into().unwrap()), object);
    let empty = PlaybackGrant::try_from(serde_json::Map::new()).unwrap_err();
    assert_eq!(empty, "{}".parse::<PlaybackGrant>().unwrap_err());
    let grant: PlaybackGrant = object.to_string().parse().unwrap();
    assert_eq!(format!("{grant:?}"), "PlaybackGrant([redacted])");
}

#[test]
fn a_voice_grant_says_what_it_allows() {
    let grant = VoiceGrant::new().incoming();
    assert_eq!((grant.allows_incoming(), grant.application()), (true, None));
    let grant = VoiceGrant::new().outgoing(APPLICATION);
    assert_eq!((grant.allows_incoming(), grant.application()), (false, Some(APPLICATION)));
    assert_eq!(grant.outgoing_params().map(OutgoingParams::len), Some(0));
    let params = OutgoingParams::new().param(ParamName::from_static("a"), 1);
    let grant = VoiceGrant::new().outgoing_with(APPLICATION, params);
    assert_eq!(grant.outgoing_params().map(OutgoingParams::len), Some(1));
}

#[test]
fn signing_twice_gives_two_jti_and_otherwise_equal_claims() {
    let token = AccessToken::new().voice_identity(JOHN).voice(VoiceGrant::new().incoming());
    let token = token.credentials(&api_key());
    let [mut one, mut two, mut cloned] =
        [token.sign_at(now()), token.sign_at(now()), token.clone().sign_at(now())]
            .map(|token| claims(&token));
    let jti = [&mut one, &mut two, &mut cloned].map(|claims| claims["jti"].take());
    assert_eq!(jti.iter().map(|jti| jti.as_str().unwrap()).collect::<HashSet<_>>().len(), 3);
    for jti in &jti {
        assert!(jti.as_str().unwrap().starts_with(&format!("{KEY_SID}-1700000000-")), "{jti}");
    }
    assert_eq!((&one, &one), (&two, &cloned));
}

#[test]
fn the_caller_may_set_the_jti() {
    let token = AccessToken::new()
        .identity("zoë@example.com".parse().unwrap())
        .video(VideoGrant::new())
        .id(TokenId::from_static("order-4711"))
        .credentials(&api_key());
    assert_eq!(claims(&token.sign_at(now()))["jti"], "order-4711");
    assert_eq!(token.sign_at(now()).as_str(), token.sign_at(now()).as_str());
}

#[cfg(feature = "jsonwebtoken")]
#[test]
fn another_provider_signs_the_same() {
    let provided = ApiKeyCredentials::with_provider(
        ACCOUNT_SID.parse().unwrap(),
        KEY_SID.parse().unwrap(),
        API_SECRET.parse().unwrap(),
        &twilio_capability::crypto::PROVIDER,
    );
    let token = AccessToken::new().anonymous().video(VideoGrant::new()).credentials(&provided.unwrap());
    let usual = claims(&token.sign_at(now()));
    let in_a_region = claims(&token.region(Region::IE1).sign_at(now()));
    assert_eq!((&usual["grants"], &usual["exp"]), (&in_a_region["grants"], &in_a_region["exp"]));
}

#[test]
fn the_order_of_calls_does_not_matter() {
    let id = || TokenId::from_static("1");
    let voice = || VoiceGrant::new().outgoing(APPLICATION);
    let one = AccessToken::new()
        .id(id())
        .voice_identity(JOHN)
        .voice(voice())
        .video(VideoGrant::new())
        .region(Region::AU1)
        .ttl(Ttl::MAX)
        .credentials(&api_key());
    let other = AccessToken::new()
        .credentials(&api_key())
        .ttl(Ttl::MAX)
        .region(Region::AU1)
        .video(VideoGrant::new())
        .voice(voice())
        .voice_identity(JOHN)
        .id(id());
    assert_eq!(one.sign_at(now()).as_str(), other.sign_at(now()).as_str());
}

#[test]
fn sign_reads_the_clock() {
    let before = UnixTime::now();
    let token = AccessToken::new().anonymous().video(VideoGrant::new()).credentials(&api_key()).sign();
    let expires = token.expires_at();
    assert!(before.after(Ttl::default()) <= expires && expires <= UnixTime::now().after(Ttl::default()));
    assert_eq!(claims(&token)["exp"], expires.as_secs());
    assert_eq!(claims(&token).get("nbf"), None);
}

#[test]
fn no_token_lives_longer_than_24_hours() {
    let token = AccessToken::new().anonymous().video(VideoGrant::new()).credentials(&api_key());
    let expiry = |token: twilio_capability::Token| token.expires_at().as_secs() - now().as_secs();
    assert_eq!(expiry(token.clone().sign_at(now())), 3600);
    assert_eq!(expiry(token.clone().expires_at(UnixTime::MAX).sign_at(now())), 86_400);
    let tomorrow = now().after(Ttl::MAX);
    assert_eq!(expiry(token.not_before(tomorrow).sign_at(now())), 86_400);
}

#[test]
fn a_token_has_the_grants_it_was_given_and_no_others() {
    let base = AccessToken::new().voice_identity(JOHN).credentials(&api_key());
    let some = base.clone().maybe_voice(Some(VoiceGrant::new().incoming())).video(VideoGrant::new());
    let none = base.clone().maybe_voice(None).video(VideoGrant::new());
    assert_eq!(
        claims(&some.sign_at(now()))["grants"],
        json!({"identity": "john", "voice": {"incoming": {"allow": true}}, "video": {}})
    );
    assert_eq!(claims(&none.sign_at(now()))["grants"], json!({"identity": "john", "video": {}}));
    let anonymous = base.anonymous().maybe_chat(None).maybe_sync(None).maybe_task_router(None);
    let token = anonymous.maybe_playback(None).video(VideoGrant::new()).sign_at(now());
    assert_eq!(claims(&token)["grants"], json!({"video": {}}));
}

#[test]
fn a_playback_grant_is_written_as_it_came() {
    let grant: PlaybackGrant = "{\"b\": 1.10, \"a\": 12345678901234567890123}".parse().unwrap();
    let token = AccessToken::new().anonymous().playback(grant).credentials(&api_key()).sign();
    let claims = token.as_str().split('.').nth(1).unwrap();
    let claims = base64::Engine::decode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, claims).unwrap();
    let claims = String::from_utf8(claims).unwrap();
    assert!(
        claims.contains(",\"grants\":{\"player\":{\"b\": 1.10, \"a\": 12345678901234567890123}},\"jti\":"),
        "{claims}"
    );
    for (text, says) in [
        ("", "this playback grant is not JSON at line 1, column 1"),
        ("{\"a\": hunter2}", "this playback grant is not JSON at line 1, column 7"),
        ("[1]", "a playback grant is a JSON object, this is another JSON value"),
        ("{}", "this playback grant is an empty object, which grants nothing"),
    ] {
        let error = text.parse::<PlaybackGrant>().unwrap_err();
        assert_eq!(error.to_string(), says);
        assert!(!format!("{error:?}").contains("hunter"));
    }
}

#[test]
fn debug_shows_no_secret() {
    let secret = "not_a_real_api_secret";
    let api_key = ApiKeyCredentials::new(
        ACCOUNT_SID.parse().unwrap(),
        KEY_SID.parse().unwrap(),
        secret.parse().unwrap(),
    );
    let params = OutgoingParams::new().param(ParamName::from_static("user_id"), 7);
    let voice =
        VoiceGrant::new().outgoing_with(APPLICATION, params).endpoint_id(EndpointId::from_static("x"));
    let playback: PlaybackGrant = "{\"playbackUrl\": \"https://example.com/hunter2\"}".parse().unwrap();
    let token = AccessToken::new().voice_identity(JOHN).voice(voice).playback(playback).region(Region::US1);
    let token = token.credentials(&api_key);
    let signed = token.sign_at(now());
    let signature = signed.as_str().rsplit('.').next().unwrap();
    let shown = format!("{api_key:?} {token:?} {token:#?} {signed:?}");
    for hidden in [secret, "hunter2", signature] {
        assert!(!shown.contains(hidden), "{shown}");
    }
    assert!(shown.contains(KEY_SID) && shown.contains("[redacted]"), "{shown}");
    // Not as a string, and not as a list of bytes.
    let bytes = format!("{:?}", secret.as_bytes());
    assert!(!shown.contains(&bytes[1..bytes.len() - 1]), "{shown}");
}

#[test]
fn builders_and_credentials_may_be_shared_between_threads() {
    let token = AccessToken::new().anonymous().video(VideoGrant::new()).credentials(&api_key());
    let ids: HashSet<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| (0..50).map(|_| claims(&token.sign())["jti"].to_string()).collect::<Vec<_>>())
            })
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(ids.len(), 200);
}

/// Strings from attacks, and any Unicode.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[\"\\\\/{}:,\0-\x1f\x7f\u{2028}é📞A-Za-z0-9 ]{0,40}",
        Just("\",\"admin\":true,\"x\":\"".to_owned()),
        Just("\\u0022".to_owned()),
    ]
}

fn parsed<T: std::str::FromStr + std::fmt::Debug>() -> impl Strategy<Value = T> {
    text().prop_filter_map("breaks the rule", |text| text.parse().ok())
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        text().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(text(), inner, 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn whatever_people_choose_arrives_as_itself_and_adds_nothing(
        identity in parsed::<Identity>(),
        room in parsed::<RoomName>(),
        endpoint in parsed::<EndpointId>(),
        id in parsed::<TokenId>(),
        names in prop::collection::hash_set(parsed::<ParamName>(), 0..5),
        values in prop::collection::vec(value(), 5),
    ) {
        let sent: Vec<_> = names.into_iter().zip(values).collect();
        let params = sent.iter().fold(OutgoingParams::new(), |params, (name, value)| params.param(name.clone(), Json::try_from(value).unwrap()));
        let voice = VoiceGrant::new().outgoing_with(APPLICATION, params).endpoint_id(endpoint.clone());
        let token = AccessToken::new()
            .voice_identity(JOHN)
            .voice(voice)
            .video(VideoGrant::new().room(room.clone()))
            .id(id.clone())
            .credentials(&api_key())
            .sign_at(now());
        let mut outgoing = json!({"application_sid": APPLICATION});
        if !sent.is_empty() {
            outgoing["params"] = sent.iter().map(|(name, value)| (name.to_string(), value.clone())).collect();
        }
        prop_assert_eq!(claims(&token), json!({
            "jti": id, "iss": KEY_SID, "sub": ACCOUNT_SID, "exp": 1_700_003_600,
            "grants": {
                "identity": "john",
                "voice": {"outgoing": outgoing, "endpoint_id": endpoint},
                "video": {"room": room},
            },
        }));

        let token = AccessToken::new().identity(identity.clone()).video(VideoGrant::new());
        let token = token.credentials(&api_key()).sign_at(now());
        prop_assert_eq!(&claims(&token)["grants"], &json!({"identity": identity, "video": {}}));
    }
}

#[test]
fn parameters_of_a_map_are_those_that_are_added_one_by_one() {
    let map = BTreeMap::from([("tags", vec!["a", "b"]), ("user_id", vec![])]);
    let params = OutgoingParams::try_from_iter(&map).unwrap();
    assert_eq!(
        params,
        OutgoingParams::new()
            .param("tags".parse().unwrap(), ["a", "b"])
            .param("user_id".parse().unwrap(), [""; 0])
    );
    let error = OutgoingParams::try_from_iter([("user_id", 7), ("user_id", 8)]).unwrap_err();
    assert_eq!(error.to_string(), "the parameter `user_id` occurs twice");
    assert_eq!(OutgoingParams::try_from_iter([("To", 7)]).unwrap_err().name(), "To");
}

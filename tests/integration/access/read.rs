//! Reading access tokens: tokens of Twilio's seven libraries are read as what their input asked for, and tokens of this
//! library as what was granted.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use crate::support::{ACCOUNT_SID, KEY_SID, api_key, now};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use twilio_capability::read::{
    MatchedKey, ReadChat, ReadGrants, ReadSync, ReadTaskRouter, ReadVoice, TokenKind, Verifier, inspect_at,
};
use twilio_capability::{
    AccessToken, ChatGrant, EndpointId, Identity, Json, OutgoingParams, ParamName, PlaybackGrant, Region,
    RoomName, SyncGrant, TaskRouterGrant, TokenId, Ttl, UnixTime, VideoGrant, VoiceGrant, VoiceIdentity,
    WorkerRole,
};

/// An object with the members that are present.
fn object<const N: usize>(members: [(&str, Option<Value>); N]) -> Value {
    let members = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(members.collect::<Map<_, _>>())
}

fn text(value: Option<&String>) -> Option<Value> {
    value.map(|text| json!(text))
}

/// The claim for these grants.
fn claim(grants: &ReadGrants) -> Value {
    let voice = |ReadVoice { incoming, outgoing, push_credential_sid, endpoint_id, .. }: &ReadVoice| {
        let outgoing = outgoing.as_ref().map(|outgoing| {
            let params = (!outgoing.params.is_empty()).then(|| json!(outgoing.params));
            object([("application_sid", text(outgoing.application_sid.as_ref())), ("params", params)])
        });
        object([
            ("incoming", incoming.then(|| json!({ "allow": true }))),
            ("outgoing", outgoing),
            ("push_credential_sid", text(push_credential_sid.as_ref())),
            ("endpoint_id", text(endpoint_id.as_ref())),
        ])
    };
    let chat =
        |ReadChat { service_sid, endpoint_id, deployment_role_sid, push_credential_sid, .. }: &ReadChat| {
            object([
                ("service_sid", text(service_sid.as_ref())),
                ("endpoint_id", text(endpoint_id.as_ref())),
                ("deployment_role_sid", text(deployment_role_sid.as_ref())),
                ("push_credential_sid", text(push_credential_sid.as_ref())),
            ])
        };
    let sync = |ReadSync { service_sid, endpoint_id, .. }: &ReadSync| {
        object([("service_sid", text(service_sid.as_ref())), ("endpoint_id", text(endpoint_id.as_ref()))])
    };
    let router = |ReadTaskRouter { workspace_sid, worker_sid, role, .. }: &ReadTaskRouter| {
        object([
            ("workspace_sid", text(workspace_sid.as_ref())),
            ("worker_sid", text(worker_sid.as_ref())),
            ("role", text(role.as_ref())),
        ])
    };
    assert_eq!(grants.others, [""; 0]);
    object([
        ("identity", text(grants.identity.as_ref())),
        ("voice", grants.voice.as_ref().map(voice)),
        ("video", grants.video.as_ref().map(|video| object([("room", text(video.room.as_ref()))]))),
        ("chat", grants.chat.as_ref().map(chat)),
        ("data_sync", grants.sync.as_ref().map(sync)),
        ("task_router", grants.task_router.as_ref().map(router)),
        ("player", grants.playback.as_ref().map(|playback| json!(playback.to_map()))),
    ])
}

/// The claim that the input of a case asks for.
fn asked_for(input: &Value) -> Value {
    let some = |value: &Value| (!value.is_null()).then(|| value.clone());
    let mut members = object([("identity", some(&input["identity"]))]);
    for grant in input["grants"].as_array().unwrap() {
        let fields = |names: &[&str]| -> Value {
            let fields = names.iter().filter_map(|name| Some(((*name).to_owned(), some(&grant[name])?)));
            Value::Object(fields.collect())
        };
        let (name, grant) = match grant["g"].as_str().unwrap() {
            "voice" => {
                let params =
                    some(&grant["outgoing_application_params"]).filter(|params| *params != json!({}));
                let outgoing = some(&grant["outgoing_application_sid"])
                    .map(|application| object([("application_sid", Some(application)), ("params", params)]));
                let incoming = (grant["incoming_allow"] == true).then(|| json!({ "allow": true }));
                let mut voice = fields(&["push_credential_sid", "endpoint_id"]);
                for (name, value) in [("incoming", incoming), ("outgoing", outgoing)] {
                    value.map(|value| voice.as_object_mut().unwrap().insert(name.to_owned(), value));
                }
                ("voice", voice)
            }
            "video" => ("video", fields(&["room"])),
            "sync" => ("data_sync", fields(&["service_sid", "endpoint_id"])),
            "task_router" => ("task_router", fields(&["workspace_sid", "worker_sid", "role"])),
            other => panic!("{other}"),
        };
        members.as_object_mut().unwrap().insert(name.to_owned(), grant);
    }
    members
}

/// The tokens that do not mean what was asked for: case, libraries, and what is read instead.
const DEFECTS: [(&str, &[&str], &str); 1] =
    [("identity_empty", &["go", "php", "python"], "an identity that is empty is left out")];

#[test]
fn every_token_of_twilios_libraries_is_verified_and_read_as_what_was_asked_for() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../../vectors/access.json")).unwrap();
    let reader = Verifier::access_token(&api_key());
    let (mut as_asked, mut defects, mut guessed) = (0, 0, 0);
    for case in &cases {
        let name = case["case"].as_str().unwrap();
        for (library, minted) in case["sdks"].as_object().unwrap() {
            let Some(token) = minted["token"].as_str() else { continue };
            let verified =
                reader.verify_at(token, now()).unwrap_or_else(|error| panic!("{name} {library}: {error}"));
            assert_eq!(verified.account_sid().as_str(), ACCOUNT_SID);
            assert_eq!(verified.api_key_sid().as_str(), KEY_SID);
            assert_eq!(verified.id(), Some(format!("{KEY_SID}-1700000000").as_str()));
            assert_eq!((verified.region(), verified.matched_key()), (None, MatchedKey::Primary));
            let (read, asked) = (claim(verified.grants()), asked_for(&case["input"]));
            if read == asked {
                as_asked += 1;
            } else {
                assert!(
                    DEFECTS
                        .iter()
                        .any(|(case, libraries, _)| *case == name && libraries.contains(&&**library)),
                    "{name} {library}: {read} instead of {asked}"
                );
                assert_eq!(read, json!({}));
                defects += 1;
            }

            let inspection = inspect_at(token, now()).expecting(TokenKind::Access);
            assert_eq!(inspection.grants(), Some(verified.grants()));
            assert_eq!(inspection.kind(), TokenKind::Access);
            let libraries: Vec<_> = inspection.minted_by().iter().map(ToString::to_string).collect();
            assert_eq!(libraries, [format!("twilio-{library}")], "{name}");
            guessed += 1;
        }
    }
    assert_eq!((cases.len(), as_asked, defects, guessed), (16, 105, 3, 108));
}

fn label() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{1,20}", "[&=%+\"\\\\{}\\[\\]:,/<>' é📞]{1,12}", "[a-z]{1,8}"]
}

fn sid(prefix: &'static str) -> impl Strategy<Value = String> {
    "[0-9a-fA-F]{32}".prop_map(move |rest| format!("{prefix}{rest}"))
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        (-1e9..1e9_f64).prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map(any::<String>(), inner, 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn voice() -> impl Strategy<Value = VoiceGrant> {
    let params = proptest::collection::vec((label(), any_json()), 0..4);
    (any::<bool>(), option::of((sid("AP"), params)), option::of(sid("CR")), option::of(label())).prop_map(
        |(incoming, outgoing, credential, endpoint)| {
            let mut voice = VoiceGrant::new();
            if incoming {
                voice = voice.incoming();
            }
            if let Some((application, list)) = outgoing {
                let mut params = OutgoingParams::new();
                for (name, value) in list {
                    if let Ok(name) = ParamName::try_from(name) {
                        params = params.param(name, Json::try_from(value).unwrap());
                    }
                }
                voice = voice.outgoing_with(application.parse().unwrap(), params);
            }
            if let Some(credential) = credential {
                voice = voice.push_credential(credential.parse().unwrap());
            }
            if let Some(endpoint) = endpoint.and_then(|endpoint| EndpointId::try_from(endpoint).ok()) {
                voice = voice.endpoint_id(endpoint);
            }
            voice
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// The grants that are read equal the claim as another parser reads it. `verify` and `inspect` read the same grants.
    #[test]
    fn what_is_minted_is_read(
        identity in "[A-Za-z0-9_]{1,121}",
        voice in option::of(voice()),
        room in option::of(option::of(label())),
        chat in option::of((sid("IS"), option::of(sid("RL")), option::of(sid("CR")))),
        sync in option::of((sid("IS"), option::of(label()))),
        router in option::of((sid("WS"), option::of(sid("WK")), option::of(label()))),
        playback in option::of(any_json()),
        id in label(),
        region in option::of("[a-z]{2}[0-9]"),
        (ttl, not_before) in (1..=86_400_u64, option::of(1_699_990_000..=1_700_000_000_u64)),
    ) {
        let room = room.map(|room| {
            let room = room.and_then(|room| RoomName::try_from(room).ok());
            room.map_or_else(VideoGrant::new, |room| VideoGrant::new().room(room))
        });
        let chat = chat.map(|(service, role, credential)| {
            let mut chat = ChatGrant::new(service.parse().unwrap());
            if let Some(role) = role {
                chat = chat.deployment_role(role.parse().unwrap());
            }
            match credential {
                Some(credential) => chat.push_credential(credential.parse().unwrap()),
                None => chat,
            }
        });
        let sync = sync.map(|(service, endpoint)| {
            let sync = SyncGrant::new(service.parse().unwrap());
            match endpoint.and_then(|endpoint| EndpointId::try_from(endpoint).ok()) {
                Some(endpoint) => sync.endpoint_id(endpoint),
                None => sync,
            }
        });
        let router = router.map(|(workspace, worker, role)| {
            let mut router = TaskRouterGrant::new(workspace.parse().unwrap());
            if let Some(worker) = worker {
                router = router.worker(worker.parse().unwrap());
            }
            match role.and_then(|role| WorkerRole::try_from(role).ok()) {
                Some(role) => router.role(role),
                None => router,
            }
        });
        let playback = json!({ "playback": playback });
        let playback: PlaybackGrant = playback.to_string().parse().unwrap();
        let id = TokenId::try_from(id).ok();
        let region = region.and_then(|region| region.parse::<Region>().ok());

        let mut token = AccessToken::new()
            .voice_identity(VoiceIdentity::try_from(identity.clone()).unwrap())
            .maybe_voice(voice)
            .maybe_video(room)
            .maybe_chat(chat)
            .maybe_sync(sync)
            .maybe_task_router(router)
            .playback(playback)
            .ttl(Ttl::from_secs(ttl).unwrap())
            .maybe_not_before(not_before.map(|at| UnixTime::from_secs(at).unwrap()))
            .maybe_region(region.clone())
            .credentials(&api_key());
        if let Some(id) = &id {
            token = token.id(id.clone());
        }
        let token = token.sign_at(now());

        let verified = Verifier::access_token(&api_key()).max_len(1 << 20).verify_at(token.as_str(), now()).unwrap();
        let decoded = crate::support::decode(token.as_str(), crate::support::API_SECRET);
        // Without its feature `float_roundtrip`, `serde_json` rounds some numbers when it reads them, so it reads both.
        let reread: Value = serde_json::from_str(&claim(verified.grants()).to_string()).unwrap();
        prop_assert_eq!(&reread, &decoded.claims["grants"]);
        prop_assert_eq!(verified.grants().identity.as_deref(), Some(identity.as_str()));
        prop_assert_eq!(verified.id(), decoded.claims["jti"].as_str());
        prop_assert_eq!(verified.region(), region.as_ref().map(Region::as_str));
        prop_assert_eq!(verified.expires_at(), token.expires_at());
        prop_assert_eq!(verified.not_before().map(UnixTime::as_secs), not_before);
        if token.as_str().len() <= twilio_capability::read::MAX_LEN {
            let inspection = inspect_at(token.as_str(), now());
            prop_assert_eq!(inspection.grants(), Some(verified.grants()));
            prop_assert!(!inspection.to_string().chars().any(|c| c.is_control() && c != '\n'));
        }
    }
}

#[test]
fn an_identity_of_any_text_is_read() {
    let identity = Identity::from_static("zoë \"@\" <example>\u{FEFF}");
    let token =
        AccessToken::new().identity(identity.clone()).video(VideoGrant::new()).credentials(&api_key());
    let verified =
        Verifier::access_token(&api_key()).verify_at(token.sign_at(now()).as_str(), now()).unwrap();
    assert_eq!(verified.grants().identity.as_deref(), Some(identity.as_str()));
}

/// What a library writes in one way is not taken for its work when it is written in another.
#[test]
fn no_library_is_named_for_a_form_that_it_does_not_write() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../../vectors/access.json")).unwrap();
    let mut tried = 0;
    for case in &cases {
        for (library, minted) in case["sdks"].as_object().unwrap() {
            let Some(token) = minted["token"].as_str() else { continue };
            let (message, signature) = token.rsplit_once('.').unwrap();
            let (header, claims) = message.split_once('.').unwrap();
            let json = |part: &str| String::from_utf8(URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap();
            let (header, claims) = (json(header), json(claims));
            let guessed = |header: &str, claims: &str| {
                let (header, claims) = (URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
                inspect_at(&format!("{header}.{claims}.{signature}"), now()).minted_by().to_vec()
            };
            assert_eq!(guessed(&header, &claims).len(), 1);
            let spaced = |json: &str| json.replace("\":", "\": ");
            for (header, claims) in [
                (spaced(&header), claims.clone()),
                (header.clone(), spaced(&claims)),
                (header.replace("HS256", "HS384"), claims.clone()),
                (header.replace("fpa;v", "fpa; v"), claims.clone()),
                (header.replace("JWT", "jwt"), claims.clone()),
                (header.replace('{', "{\"kid\":\"1\","), claims.clone()),
                (header.clone(), claims.replacen('{', "{\"aud\":\"1\",", 1)),
                (header.clone(), claims.replace("\"jti\"", "\"id\"")),
                (header.clone(), claims.replace("-1700000000", "-now")),
            ] {
                assert_eq!(guessed(&header, &claims), [], "{}, {library}: {header} {claims}", case["case"]);
                tried += 1;
            }
        }
    }
    assert_eq!(tried, 108 * 9);
}

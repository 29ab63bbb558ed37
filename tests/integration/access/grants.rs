//! Tests of grants that are chosen at run time.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use serde_json::json;
use twilio_capability::access::{NoVoice, UnprovenGrants, WithVoice};
use twilio_capability::read::inspect_at;
use twilio_capability::{
    AccessToken, ChatGrant, Grant, Grants, GrantsError, Identity, NoCredentials, PlaybackGrant, SyncGrant,
    TaskRouterGrant, Token, VideoGrant, VoiceGrant, VoiceIdentity,
};

use crate::support::{API_SECRET, api_key, decode, now};

const ZOE: Identity = Identity::from_static("zoë@example.com");
const JOHN: VoiceIdentity = VoiceIdentity::from_static("john");

fn video(room: &str) -> VideoGrant {
    VideoGrant::new().room(room.parse().unwrap())
}

fn sync() -> SyncGrant {
    SyncGrant::new("IS0123456789abcdef0123456789abcdef".parse().unwrap())
}

fn voice() -> VoiceGrant {
    VoiceGrant::new().incoming()
}

fn grants(token: &Token) -> serde_json::Value {
    decode(token.as_str(), API_SECRET).claims["grants"].clone()
}

#[test]
fn the_default_service_of_sync_has_a_name_in_place_of_a_sid() {
    let sync = SyncGrant::default_service().endpoint_id("phone".parse().unwrap());
    let token = AccessToken::new().identity(ZOE).sync(sync.clone()).credentials(&api_key()).sign_at(now());
    assert_eq!(grants(&token)["data_sync"], json!({"service_sid": "default", "endpoint_id": "phone"}));
    assert_eq!(inspect_at(token.as_str(), now()).findings(), []);
    assert_ne!(sync, self::sync());
}

#[test]
fn a_grant_may_be_added_in_one_branch_once_there_is_one() {
    let token = |with_video: bool| {
        let token = AccessToken::new().identity(ZOE).sync(sync());
        let token = if with_video { token.video(video("daily")) } else { token };
        grants(&token.credentials(&api_key()).sign_at(now()))
    };
    assert_eq!(token(true)["video"], json!({"room": "daily"}));
    assert!(token(false).get("video").is_none());
    assert_eq!(token(false)["data_sync"], token(true)["data_sync"]);
}

#[test]
fn tokens_with_different_grants_fit_in_one_list() {
    let tokens = [
        AccessToken::new().identity(ZOE).video(video("daily")),
        AccessToken::new().identity(ZOE).sync(sync()),
        AccessToken::new().identity(ZOE).sync(sync()).video(VideoGrant::new()),
    ];
    let names: Vec<_> = tokens
        .iter()
        .map(|token| grants(&token.clone().credentials(&api_key()).sign_at(now())))
        .map(|grants| {
            let mut names: Vec<_> = grants.as_object().unwrap().keys().cloned().collect();
            names.sort();
            names.join(",")
        })
        .collect();
    assert_eq!(names, ["identity,video", "data_sync,identity", "data_sync,identity,video"]);
}

#[test]
fn a_setter_that_is_called_again_replaces() {
    let token = AccessToken::new().identity(ZOE).video(video("daily")).video(video("weekly"));
    let token = token.maybe_video(None).maybe_sync(Some(sync())).maybe_sync(None);
    let grants = grants(&token.credentials(&api_key()).sign_at(now()));
    assert_eq!(grants["video"], json!({"room": "weekly"}));
    assert!(grants.get("data_sync").is_some());
}

#[test]
fn a_list_gives_the_bytes_of_the_setters() {
    let list = || -> Vec<Grant> {
        vec![
            "{\"a\":1}".parse::<PlaybackGrant>().unwrap().into(),
            Grant::Video(video("daily")),
            sync().into(),
            voice().into(),
            ChatGrant::new("IS0123456789abcdef0123456789abcdef".parse().unwrap()).into(),
            TaskRouterGrant::new("WS0123456789abcdef0123456789abcdef".parse().unwrap()).into(),
        ]
    };
    let id = "1".parse::<twilio_capability::TokenId>().unwrap();
    let from_list: Grants = Grants::from_list(list()).unwrap();
    let listed = AccessToken::new().voice_identity(JOHN).grants(from_list).id(id.clone());
    let set = AccessToken::new()
        .voice_identity(JOHN)
        .voice(voice())
        .video(video("daily"))
        .chat(ChatGrant::new("IS0123456789abcdef0123456789abcdef".parse().unwrap()))
        .sync(sync())
        .task_router(TaskRouterGrant::new("WS0123456789abcdef0123456789abcdef".parse().unwrap()))
        .playback("{\"a\":1}".parse().unwrap())
        .id(id);
    let (listed, set) = (listed.credentials(&api_key()), set.credentials(&api_key()));
    assert_eq!(listed.sign_at(now()).as_str(), set.sign_at(now()).as_str());
}

#[test]
fn a_list_is_not_empty_and_has_each_kind_once() {
    assert_eq!(Grants::from_list([]), Err(GrantsError::Empty));
    let twice = Grants::from_list([sync().into(), voice().into(), sync().into()]);
    assert_eq!(twice, Err(GrantsError::Repeated("sync")));
    for (error, says) in [
        (GrantsError::Empty, "the list of grants is empty: a token without a grant allows nothing"),
        (
            GrantsError::Repeated("sync"),
            "the list has two `sync` grants: a token has at most one grant of each kind",
        ),
        (GrantsError::Voice, "one of the grants is a Voice grant: the token needs a `VoiceIdentity`"),
    ] {
        assert_eq!(error.to_string(), says);
    }
}

#[test]
fn without_voice_any_identity_serves() {
    let list = Grants::from_list([sync().into()]).unwrap();
    let token = AccessToken::new().identity(ZOE).grants(list.clone().without_voice().unwrap());
    assert_eq!(grants(&token.credentials(&api_key()).sign_at(now()))["identity"], "zoë@example.com");
    let with_voice = Grants::from_list([sync().into(), voice().into()]).unwrap();
    assert_eq!(with_voice.without_voice(), Err(GrantsError::Voice));
    // A list may contain Voice, so the token needs an identity that Voice accepts.
    let token = AccessToken::new().voice_identity(JOHN).grants(list);
    assert_eq!(grants(&token.credentials(&api_key()).sign_at(now()))["identity"], "john");
}

#[test]
fn grants_are_combined_with_those_that_are_there() {
    let list = Grants::from_list([sync().into(), video("weekly").into()]).unwrap();
    let token = AccessToken::new().voice_identity(JOHN).video(video("daily")).voice(voice()).grants(list);
    let grants = grants(&token.credentials(&api_key()).sign_at(now()));
    assert_eq!(grants["video"], json!({"room": "weekly"}));
    assert_eq!(grants["voice"], json!({"incoming": {"allow": true}}));
    assert!(grants.get("data_sync").is_some());
}

#[test]
fn the_states_say_whether_voice_may_be_there() {
    type Builder<G> = AccessToken<NoCredentials, twilio_capability::NoIdentity, G>;
    let token: Builder<UnprovenGrants<NoVoice>> = AccessToken::new().maybe_sync(Some(sync()));
    let token: Builder<UnprovenGrants<WithVoice>> = token.maybe_voice(None);
    let token: Builder<Grants<WithVoice>> = token.video(VideoGrant::new());
    assert_eq!(format!("{token:?}").matches("Grant").count(), 3, "{token:?}");
    let token: Builder<Grants<NoVoice>> = AccessToken::new().video(VideoGrant::new());
    let token: Builder<Grants<WithVoice>> = token.maybe_voice(Some(voice()));
    let token: Builder<Grants<WithVoice>> = token.maybe_voice(None);
    let signed = token.voice_identity(JOHN).credentials(&api_key()).sign_at(now());
    assert_eq!(grants(&signed)["voice"], json!({"incoming": {"allow": true}}));
}

//! `access_token!` and the builder give the same bytes, for each statement and each form.

#![cfg(feature = "macros")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use std::rc::Rc;
use std::sync::{Arc, LazyLock, Mutex};

use crate::support::{api_key, now};
use twilio_capability::access::{GrantState, HasGrant, HasIdentity, NoVoice, Suits};
use twilio_capability::{
    AccessToken, ApiKeyCredentials, ApplicationSid, ChatGrant, ClientName, CredentialSid, EndpointId, Grants,
    Identity, Json, NoCredentials, OutgoingParams, ParamName, PlaybackGrant, Region, RoleSid, RoomName,
    ServiceSid, SyncGrant, TaskRouterGrant, TokenId, Ttl, UnixTime, VideoGrant, VoiceGrant, VoiceIdentity,
    WorkerRole, WorkerSid, WorkspaceSid, access_token,
};

static API_KEY: LazyLock<ApiKeyCredentials> = LazyLock::new(api_key);

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP11111111111111111111111111111111");
const CREDENTIAL: CredentialSid = CredentialSid::from_static("CR11111111111111111111111111111111");
const SERVICE: ServiceSid = ServiceSid::from_static("IS11111111111111111111111111111111");
const ROLE: RoleSid = RoleSid::from_static("RL11111111111111111111111111111111");
const WORKSPACE: WorkspaceSid = WorkspaceSid::from_static("WS11111111111111111111111111111111");
const WORKER: WorkerSid = WorkerSid::from_static("WK11111111111111111111111111111111");
const USER_ID: ParamName = ParamName::from_static("user_id");
const JOHN: VoiceIdentity = VoiceIdentity::from_static("john");
const ZOE: Identity = Identity::from_static("zoë@example.com");

/// With the same ID, both give the same bytes and have the type that the builder has.
#[track_caller]
fn same<I, G>(by_macro: AccessToken<NoCredentials, I, G>, by_builder: AccessToken<NoCredentials, I, G>)
where
    I: HasIdentity + Suits<<G as GrantState>::Voice>,
    G: GrantState + HasGrant,
{
    let sign = |token: AccessToken<_, I, G>| {
        token.id(TokenId::from_static("1")).credentials(&api_key()).sign_at(now()).to_string()
    };
    assert_eq!(sign(by_macro), sign(by_builder));
}

fn john() -> AccessToken<NoCredentials, VoiceIdentity> {
    AccessToken::new().voice_identity(JOHN)
}

fn zoe() -> AccessToken<NoCredentials, Identity> {
    AccessToken::new().identity(ZOE)
}

#[test]
fn identity() {
    let (identity, voice_identity) = (ZOE, JOHN);
    let builder = || zoe().video(VideoGrant::new());
    same(access_token! { identity "zoë@example.com"; video }, builder());
    same(access_token! { identity ZOE; video {} }, builder());
    same(access_token![identity &identity; video], builder());
    same(access_token!(video; identity identity;), AccessToken::new().video(VideoGrant::new()).identity(ZOE));
    same(
        access_token! { identity voice_identity; video },
        zoe().identity(JOHN.into()).video(VideoGrant::new()),
    );
    same(access_token! { identity &JOHN; video }, zoe().identity(JOHN.into()).video(VideoGrant::new()));
    same(access_token! { anonymous; video }, AccessToken::new().anonymous().video(VideoGrant::new()));
}

#[test]
fn voice() {
    let (name, user_id, key) = (JOHN, 42, "note");
    let builder = |grant: VoiceGrant| john().voice(grant);
    let incoming = || VoiceGrant::new().incoming();
    same(access_token! { identity "john"; voice { incoming } }, builder(incoming()));
    same(access_token! { identity name; voice { incoming; } }, builder(incoming()));
    same(access_token! { identity &JOHN; voice { incoming } }, builder(incoming()));
    same(
        access_token! { identity "john"; voice { outgoing "AP11111111111111111111111111111111" } },
        builder(VoiceGrant::new().outgoing(APPLICATION)),
    );
    same(
        access_token! { identity "john"; voice { outgoing APPLICATION {} } },
        builder(VoiceGrant::new().outgoing(APPLICATION)),
    );
    let params = || OutgoingParams::new().param(USER_ID, 42).param("note".parse().unwrap(), ["a", key]);
    let full = || {
        VoiceGrant::new()
            .push_credential(CREDENTIAL)
            .outgoing_with(APPLICATION, params())
            .endpoint_id(EndpointId::from_static("phone"))
            .incoming()
    };
    same(
        access_token! {
            identity "john";
            voice {
                push_credential "CR11111111111111111111111111111111";
                outgoing "AP11111111111111111111111111111111" { user_id, "note" = ["a", key] };
                endpoint_id "phone";
                incoming;
            };
        },
        builder(full()),
    );
    let phone = EndpointId::from_static("phone");
    same(
        access_token! {
            identity "john";
            voice {
                incoming;
                outgoing APPLICATION < user_id, note = vec!["a", key] >;
                endpoint_id phone;
                push_credential &CREDENTIAL
            }
        },
        builder(full()),
    );
}

#[test]
fn parameters_are_json() {
    struct User {
        id: String,
        plan: Option<u8>,
        tags: Vec<String>,
    }
    let user = User { id: "4 2".to_owned(), plan: None, tags: vec!["a".to_owned()] };
    let address = Json::try_from(serde_json::json!({"city": "Genève"})).unwrap();
    let seat = Json::try_from(serde_json::Value::Null).unwrap();
    let params = OutgoingParams::new()
        .param("id".parse().unwrap(), "4 2")
        .param("seat".parse().unwrap(), "null".parse::<Json>().unwrap())
        .param("tags".parse().unwrap(), ["a"])
        .param("address".parse().unwrap(), &address);
    same(
        access_token! {
            identity "john";
            voice { outgoing APPLICATION { id = user.id, plan = user.plan, seat, tags = user.tags, address } }
        },
        john().voice(VoiceGrant::new().outgoing_with(APPLICATION, params)),
    );
    // The calls above have not moved these values.
    assert_eq!((user.id.len(), user.tags.len(), address.as_value()["city"].as_str()), (3, 1, Some("Genève")));
}

#[test]
fn video() {
    let room = RoomName::from_static("daily");
    let builder = || zoe().video(VideoGrant::new().room(RoomName::from_static("daily")));
    same(access_token! { identity ZOE; video { room "daily" } }, builder());
    same(access_token! { identity ZOE; video { room &room } }, builder());
    same(access_token! { identity ZOE; video { room room } }, builder());
}

#[test]
fn chat() {
    let full = ChatGrant::new(SERVICE)
        .endpoint_id(EndpointId::from_static("phone"))
        .deployment_role(ROLE)
        .push_credential(CREDENTIAL);
    same(
        access_token! {
            identity ZOE;
            chat {
                endpoint_id "phone";
                service "IS11111111111111111111111111111111";
                deployment_role "RL11111111111111111111111111111111";
                push_credential CREDENTIAL
            }
        },
        zoe().chat(full),
    );
    same(access_token! { identity ZOE; chat { service SERVICE } }, zoe().chat(ChatGrant::new(SERVICE)));
}

#[test]
fn sync_and_task_router() {
    let sync = SyncGrant::new(SERVICE).endpoint_id(EndpointId::from_static("phone"));
    same(access_token! { identity ZOE; sync { service SERVICE; endpoint_id "phone" } }, zoe().sync(sync));
    let work = || TaskRouterGrant::new(WORKSPACE).worker(WORKER).role(WorkerRole::WORKER);
    same(
        access_token! {
            identity ZOE;
            task_router {
                workspace "WS11111111111111111111111111111111";
                worker "WK11111111111111111111111111111111";
                role "worker"
            }
        },
        zoe().task_router(work()),
    );
    same(
        access_token! { identity ZOE; task_router { role WorkerRole::WORKER; worker WORKER; workspace &WORKSPACE } },
        zoe().task_router(work()),
    );
}

#[test]
fn playback() {
    let grant: PlaybackGrant = "{\"playbackUrl\": \"https://example.com/\"}".parse().unwrap();
    same(access_token! { identity ZOE; playback &grant }, zoe().playback(grant.clone()));
    same(
        access_token! { identity ZOE; playback "{\"a\": 1}".parse::<PlaybackGrant>().unwrap() },
        zoe().playback("{\"a\": 1}".parse().unwrap()),
    );
}

#[test]
fn times_and_region() {
    let (ttl, region) = (Ttl::from_static(7), Region::IE1);
    let time = UnixTime::from_secs(1_700_000_009).unwrap();
    let video = || zoe().video(VideoGrant::new());
    same(access_token! { identity ZOE; video; ttl 5m }, video().ttl(Ttl::from_static(300)));
    same(access_token! { identity ZOE; video; ttl ttl }, video().ttl(ttl));
    same(
        access_token! { identity ZOE; video; not_before now(); expires time },
        video().not_before(now()).expires_at(time),
    );
    same(access_token! { identity ZOE; video; region "au1" }, video().region(Region::AU1));
    same(access_token! { identity ZOE; video; region region }, video().region(Region::IE1));
}

#[test]
fn the_id_may_be_set() {
    let id = || TokenId::from_static("order-4711");
    let token =
        |token: AccessToken<_, Identity, Grants<NoVoice>>| token.credentials(&api_key()).sign_at(now());
    let builder = token(zoe().video(VideoGrant::new()).id(id()));
    assert_eq!(token(access_token! { identity ZOE; video; id "order-4711" }).as_str(), builder.as_str());
    assert_eq!(token(access_token! { identity ZOE; video; id id() }).as_str(), builder.as_str());
}

#[test]
fn credentials_inside_the_macro() {
    let (api_key, boxed) = (api_key(), Box::new(api_key()));
    let locked = Mutex::new(api_key.clone());
    let id = || TokenId::from_static("1");
    let expected = zoe().video(VideoGrant::new()).id(id()).credentials(&api_key).sign_at(now()).to_string();
    let owned: fn() -> ApiKeyCredentials = crate::support::api_key;
    for token in [
        access_token! { credentials api_key; identity ZOE; video; id id() },
        access_token! { credentials &api_key; identity ZOE; video; id id() },
        access_token! { credentials boxed; identity ZOE; video; id id() },
        access_token! { credentials owned(); identity ZOE; video; id id() },
        access_token! { credentials API_KEY; identity ZOE; video; id id() },
        access_token! { credentials Rc::new(Arc::new(&api_key)); identity ZOE; video; id id() },
        access_token! { credentials locked.lock().unwrap(); identity ZOE; video; id id() },
    ] {
        assert_eq!(token.sign_at(now()).as_str(), expected);
    }
}

#[test]
fn a_client_name_is_an_identity() {
    let name = ClientName::from_static("john");
    let builder = || AccessToken::new().identity(Identity::from_static("john")).video(VideoGrant::new());
    same(access_token! { identity &name; video }, builder());
    same(access_token! { identity name; video }, builder());
}

#[test]
fn parameters_from_elsewhere() {
    let more = OutgoingParams::try_from_iter([("plan", 1), ("user_id", 7)]).unwrap();
    let user_id = 8;
    let token = |params| john().voice(VoiceGrant::new().outgoing_with(APPLICATION, params));
    same(access_token! { identity "john"; voice { outgoing APPLICATION { ..more } } }, token(more.clone()));
    same(access_token! { identity "john"; voice { outgoing APPLICATION < ..&more > } }, token(more.clone()));
    same(
        access_token! { identity "john"; voice { outgoing APPLICATION { user_id, ..Arc::new(&more) } } },
        token(more.clone().param(USER_ID, 8)),
    );
    assert_eq!(more.len(), 2);
}

#[test]
fn all_grants_at_once() {
    let grant: PlaybackGrant = "{\"a\": 1}".parse().unwrap();
    same(
        access_token! {
            identity "john";
            voice { incoming };
            video;
            chat { service SERVICE };
            sync { service SERVICE };
            task_router { workspace WORKSPACE };
            playback &grant
        },
        john()
            .voice(VoiceGrant::new().incoming())
            .video(VideoGrant::new())
            .chat(ChatGrant::new(SERVICE))
            .sync(SyncGrant::new(SERVICE))
            .task_router(TaskRouterGrant::new(WORKSPACE))
            .playback(grant.clone()),
    );
}

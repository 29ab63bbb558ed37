//! The wire form of access tokens, compared with tokens of Twilio's own libraries, and with one token byte for byte.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{ACCOUNT_SID, API_SECRET, KEY_SID, api_key, decode, now};
use serde_json::{Value, json};
use twilio_capability::{
    AccessToken, ApplicationSid, ChatGrant, CredentialSid, EndpointId, Identity, Json, OutgoingParams,
    Region, RoleSid, ServiceSid, SyncGrant, TaskRouterGrant, Token, Ttl, UnixTime, VideoGrant, VoiceGrant,
    VoiceIdentity, WorkerRole, WorkerSid, WorkspaceSid,
};

/// The cases that cannot be expressed with this library, and why.
const REFUSED: [(&str, &str); 1] = [("identity_empty", "this identity is empty")];

/// The cases without a grant. Such a token does not compile, so the test adds a grant, and removes it from the claims before
/// it compares them.
const WITHOUT_GRANT: [&str; 4] = ["no_grants", "no_grants_no_identity", "ttl_86400", "valid_until"];

/// The cases in which a library's token means something else than ours, and why.
const DIFFERENCES: [(&str, &str, &str); 6] = [
    ("valid_until", "node", "has no such option, so the token lives for an hour"),
    (
        "voice_incoming_false",
        "java",
        "writes `\"incoming\":{\"allow\":false}`, where the others write nothing",
    ),
    ("voice_params_empty", "csharp", "writes `\"params\":{}` if there are no parameters"),
    ("voice_params_empty", "java", "writes `\"params\":{}` if there are no parameters"),
    ("voice_params_empty", "node", "writes `\"params\":{}` if there are no parameters"),
    ("voice_params_empty", "ruby", "writes `\"params\":{}` if there are no parameters"),
];

/// What a library writes into its tokens and this one does not: in how many tokens, and why not.
const EVERYWHERE: [(&str, &str, usize, &str); 5] = [
    ("go", "nbf that is now", 14, "refused by Twilio when its clock is behind"),
    ("node", "iat", 14, "not among the claims that Twilio documents; the end is enough for Twilio's checks"),
    ("python", "nbf that is now", 14, "refused by Twilio when its clock is behind"),
    ("ruby", "nbf that is now", 14, "refused by Twilio when its clock is behind"),
    ("ruby", "twr that is null", 15, "without a region the member should be absent"),
];

#[test]
fn tokens_mean_the_same_as_those_of_twilios_libraries() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../../vectors/access.json")).unwrap();
    let (mut compared, mut refused, mut failed) = (0, 0, 0);
    let (mut different, mut everywhere) = (BTreeSet::new(), BTreeMap::new());
    for case in &cases {
        let (name, input) = (case["case"].as_str().unwrap(), &case["input"]);
        let token = match token(input) {
            Ok(token) => token,
            Err(why) => {
                assert!(REFUSED.contains(&(name, &why)), "{name}: {why}");
                refused += 1;
                continue;
            }
        };
        let mut ours = decode(token.as_str(), API_SECRET);
        assert_eq!(ours.header, json!({"typ": "JWT", "alg": "HS256", "cty": "twilio-fpa;v=1"}));
        if input["grants"] == json!([]) {
            assert!(WITHOUT_GRANT.contains(&name), "{name}");
            assert_eq!(ours.claims["grants"].as_object_mut().unwrap().remove("video"), Some(json!({})));
        }
        // Our ID starts like theirs and then has a part that makes it unique.
        let (jti, unique) = ours.claims["jti"].as_str().unwrap().rsplit_once('-').unwrap();
        assert_eq!(unique.len(), 32);
        ours.claims["jti"] = json!(jti);

        for (library, minted) in case["sdks"].as_object().unwrap() {
            let Some(theirs) = minted["token"].as_str() else {
                failed += 1;
                continue;
            };
            compared += 1;
            let mut theirs = decode(theirs, API_SECRET);
            let mut drop = |part: &mut Value, member, value: Value, what| {
                if part.get(member) == Some(&value) && ours.claims.get(member) != Some(&value) {
                    part.as_object_mut().unwrap().remove(member);
                    *everywhere.entry((library.clone(), what)).or_insert(0) += 1;
                }
            };
            drop(&mut theirs.header, "twr", Value::Null, "twr that is null");
            drop(&mut theirs.claims, "iat", json!(1_700_000_000), "iat");
            drop(&mut theirs.claims, "nbf", json!(1_700_000_000), "nbf that is now");
            assert_eq!(ours.header, theirs.header, "{name} {library}");
            if ours.claims != theirs.claims {
                different.insert((name, library.clone()));
            }
        }
    }
    let known = DIFFERENCES.iter().map(|(case, library, _)| (*case, (*library).to_owned())).collect();
    assert_eq!(different, known);
    let known =
        EVERYWHERE.iter().map(|(library, what, count, _)| (((*library).to_owned(), *what), *count)).collect();
    assert_eq!(everywhere, known);
    assert_eq!(refused, REFUSED.len());
    assert_eq!((cases.len(), compared, failed), (16, 102, 3));
}

/// The token of a case, made from run-time values. The error is the message of this library.
fn token(input: &Value) -> Result<Token, String> {
    assert_eq!((&input["account_sid"], &input["key_sid"]), (&json!(ACCOUNT_SID), &json!(KEY_SID)));
    assert_eq!(input["secret"], API_SECRET);
    let ttl = input["ttl"].as_u64().map(|seconds| Ttl::from_secs(seconds).unwrap());
    let time = |name: &str| input[name].as_u64().map(|seconds| UnixTime::from_secs(seconds).unwrap());
    let base = AccessToken::new()
        .maybe_ttl(ttl)
        .maybe_expires_at(time("valid_until"))
        .maybe_not_before(time("nbf"))
        .credentials(&api_key());
    let grants = input["grants"].as_array().unwrap();
    assert!(grants.len() < 2, "no case has two grants");
    let grant = grants.first();
    let field = |name: &str| grant.and_then(|grant| grant.get(name)).and_then(Value::as_str);

    let Some(identity) = input["identity"].as_str() else {
        return Ok(base.anonymous().video(VideoGrant::new()).sign_at(now()));
    };
    let identity: Identity = identity.parse().map_err(|error| format!("{error}"))?;
    let token = base.identity(identity.clone());
    Ok(match field("g") {
        None => token.video(VideoGrant::new()).sign_at(now()),
        Some("voice") => {
            let identity = VoiceIdentity::try_from(identity).unwrap();
            token.voice_identity(identity).voice(voice(grant.unwrap())).sign_at(now())
        }
        Some("video") => {
            let grant = field("room")
                .map_or_else(VideoGrant::new, |room| VideoGrant::new().room(room.parse().unwrap()));
            token.video(grant).sign_at(now())
        }
        Some("sync") => {
            let grant = SyncGrant::new(field("service_sid").unwrap().parse().unwrap());
            token.sync(grant.endpoint_id(field("endpoint_id").unwrap().parse().unwrap())).sign_at(now())
        }
        Some("task_router") => {
            let grant = TaskRouterGrant::new(field("workspace_sid").unwrap().parse().unwrap())
                .worker(field("worker_sid").unwrap().parse().unwrap())
                .role(field("role").unwrap().parse().unwrap());
            token.task_router(grant).sign_at(now())
        }
        other => panic!("an unknown grant: {other:?}"),
    })
}

fn voice(grant: &Value) -> VoiceGrant {
    let field = |name: &str| grant.get(name).and_then(Value::as_str);
    let mut voice = VoiceGrant::new();
    if grant["incoming_allow"] == true {
        voice = voice.incoming();
    }
    if let Some(application) = field("outgoing_application_sid") {
        let mut params = OutgoingParams::new();
        for (name, value) in grant["outgoing_application_params"].as_object().into_iter().flatten() {
            params = params.param(name.parse().unwrap(), Json::try_from(value).unwrap());
        }
        voice = voice.outgoing_with(application.parse().unwrap(), params);
    }
    if let Some(credential) = field("push_credential_sid") {
        voice = voice.push_credential(credential.parse().unwrap());
    }
    if let Some(id) = field("endpoint_id") {
        voice = voice.endpoint_id(id.parse().unwrap());
    }
    voice
}

/// Made from the header and the claims below, with the HMAC in the standard library of another language.
const GOLDEN: &str = "\
    eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiIsImN0eSI6InR3aWxpby1mcGE7dj0xIiwidHdyIjoiaWUxIn0.eyJpc3MiOiJTS2U0\
    ZTRlNGU0ZTRlNGU0ZTRlNGU0ZTRlNGU0ZTRlNGU0Iiwic3ViIjoiQUMwMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZiIs\
    ImdyYW50cyI6eyJ2b2ljZSI6eyJpbmNvbWluZyI6eyJhbGxvdyI6dHJ1ZX0sIm91dGdvaW5nIjp7ImFwcGxpY2F0aW9uX3NpZCI6\
    IkFQMTExMTExMTExMTExMTExMTExMTExMTExMTExMTExMTEiLCJwYXJhbXMiOnsidXNlcl9pZCI6NDIsIm5vdGUiOiJhXCJiXFwg\
    w6lcbiJ9fSwicHVzaF9jcmVkZW50aWFsX3NpZCI6IkNSYTZhNmE2YTZhNmE2YTZhNmE2YTZhNmE2YTZhNmE2YTYiLCJlbmRwb2lu\
    dF9pZCI6ImVwMSJ9LCJ2aWRlbyI6eyJyb29tIjoibXkgcm9vbSJ9LCJjaGF0Ijp7InNlcnZpY2Vfc2lkIjoiSVNmNWY1ZjVmNWY1\
    ZjVmNWY1ZjVmNWY1ZjVmNWY1ZjVmNSIsImVuZHBvaW50X2lkIjoiZXAyIiwiZGVwbG95bWVudF9yb2xlX3NpZCI6IlJMYTdhN2E3\
    YTdhN2E3YTdhN2E3YTdhN2E3YTdhN2E3YTciLCJwdXNoX2NyZWRlbnRpYWxfc2lkIjoiQ1JhNmE2YTZhNmE2YTZhNmE2YTZhNmE2\
    YTZhNmE2YTZhNiJ9LCJkYXRhX3N5bmMiOnsic2VydmljZV9zaWQiOiJJU2Y1ZjVmNWY1ZjVmNWY1ZjVmNWY1ZjVmNWY1ZjVmNWY1\
    IiwiZW5kcG9pbnRfaWQiOiJlcDMifSwidGFza19yb3V0ZXIiOnsid29ya3NwYWNlX3NpZCI6IldTYTBhMGEwYTBhMGEwYTBhMGEw\
    YTBhMGEwYTBhMGEwYTAiLCJ3b3JrZXJfc2lkIjoiV0tiMWIxYjFiMWIxYjFiMWIxYjFiMWIxYjFiMWIxYjFiMSIsInJvbGUiOiJ3\
    b3JrZXIifSwicGxheWVyIjp7InJlcXVlc3RDcmVkZW50aWFscyI6IG51bGwsICJwbGF5YmFja1VybCI6ICJodHRwczovL2V4YW1w\
    bGUuY29tLyJ9LCJpZGVudGl0eSI6ImpvaG5fMiJ9LCJqdGkiOiJnb2xkZW4gXCIxXCIiLCJleHAiOjE3MDAwMDAyOTAsIm5iZiI6\
    MTY5OTk5OTk5MH0.chpITLSMovjm_MmAGlG0oSB3knZfgNejtPvy5uOcWJ4";

#[test]
fn one_token_byte_for_byte() {
    const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP11111111111111111111111111111111");
    const CREDENTIAL: CredentialSid = CredentialSid::from_static("CRa6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6");
    const SERVICE: ServiceSid = ServiceSid::from_static("ISf5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5");
    const ROLE: RoleSid = RoleSid::from_static("RLa7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7");
    const WORKSPACE: WorkspaceSid = WorkspaceSid::from_static("WSa0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0");
    const WORKER: WorkerSid = WorkerSid::from_static("WKb1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1");
    let params = OutgoingParams::new()
        .param("user_id".parse().unwrap(), 42)
        .param("note".parse().unwrap(), "a\"b\\ é\n");
    let voice = VoiceGrant::new()
        .incoming()
        .outgoing_with(APPLICATION, params)
        .push_credential(CREDENTIAL)
        .endpoint_id(EndpointId::from_static("ep1"));
    let chat = ChatGrant::new(SERVICE)
        .endpoint_id(EndpointId::from_static("ep2"))
        .deployment_role(ROLE)
        .push_credential(CREDENTIAL);
    // The order of the members does not depend on the order of the calls.
    let token = AccessToken::new()
        .playback(r#" {"requestCredentials": null, "playbackUrl": "https://example.com/"} "#.parse().unwrap())
        .task_router(TaskRouterGrant::new(WORKSPACE).worker(WORKER).role(WorkerRole::WORKER))
        .voice(voice)
        .sync(SyncGrant::new(SERVICE).endpoint_id(EndpointId::from_static("ep3")))
        .video(VideoGrant::new().room("my room".parse().unwrap()))
        .chat(chat)
        .region(Region::IE1)
        .id("golden \"1\"".parse().unwrap())
        .ttl(Ttl::from_static(290))
        .not_before(UnixTime::from_secs(1_699_999_990).unwrap())
        .voice_identity(VoiceIdentity::from_static("john_2"))
        .credentials(&api_key())
        .sign_at(now());
    assert_eq!(token.as_str(), GOLDEN);
    assert_eq!(token.expires_at().as_secs(), 1_700_000_290);

    let decoded = decode(GOLDEN, API_SECRET);
    assert_eq!(decoded.header, json!({"typ": "JWT", "alg": "HS256", "cty": "twilio-fpa;v=1", "twr": "ie1"}));
    let grants = json!({
        "identity": "john_2",
        "voice": {
            "incoming": {"allow": true},
            "outgoing": {"application_sid": APPLICATION, "params": {"user_id": 42, "note": "a\"b\\ é\n"}},
            "push_credential_sid": CREDENTIAL,
            "endpoint_id": "ep1",
        },
        "video": {"room": "my room"},
        "chat": {
            "service_sid": SERVICE,
            "endpoint_id": "ep2",
            "deployment_role_sid": ROLE,
            "push_credential_sid": CREDENTIAL,
        },
        "data_sync": {"service_sid": SERVICE, "endpoint_id": "ep3"},
        "task_router": {"workspace_sid": WORKSPACE, "worker_sid": WORKER, "role": "worker"},
        "player": {"requestCredentials": null, "playbackUrl": "https://example.com/"},
    });
    assert_eq!(
        decoded.claims,
        json!({
            "jti": "golden \"1\"", "iss": KEY_SID, "sub": ACCOUNT_SID, "exp": 1_700_000_290,
            "nbf": 1_699_999_990, "grants": grants,
        })
    );
}

//! The same for access tokens. `check` compares their claims with those of a token of this library.

use std::collections::BTreeMap;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use twilio_capability_core::crypto::jsonwebtoken::{Algorithm, DecodingKey};
use twilio_capability_core::{
    AccessToken, ApiKeyCredentials, ChatGrant, Json, OutgoingParams, ParamName, Region, SyncGrant, TaskRouterGrant,
    Token, Ttl, Verifier, VideoGrant, VoiceGrant, crypto,
};

use crate::{Random, Result, text};

pub(crate) fn generate(count: &str, seed: &str) -> Result<()> {
    let mut random = Random(seed.parse::<u64>()? | 1);
    for _ in 0..count.parse()? {
        let mut sid = |prefix: &str| format!("{prefix}{}", random.hex(32));
        let (account, key, app, credential) = (sid("AC"), sid("SK"), sid("AP"), sid("CR"));
        let (service, workspace, worker, role) = (sid("IS"), sid("WS"), sid("WK"), sid("RL"));
        let params: BTreeMap<_, _> =
            random.params().into_iter().filter(|(name, _)| name != "__proto__").collect();
        let input = json!({
            "account_sid": account,
            "key_sid": key,
            "secret": random.hex(32),
            "ttl": 60 + random.below(86_341),
            "identity": format!("client_{}", random.below(1000)),
            "region": (random.below(3) == 0).then_some("au1"),
            "voice": {
                "incoming": random.below(2) == 0,
                "app_sid": app,
                "params": params,
                "push_credential_sid": credential,
                "endpoint_id": label(&mut random),
            },
            "video": { "room": label(&mut random) },
            "chat": { "service_sid": service, "role_sid": role, "endpoint_id": label(&mut random) },
            "sync": { "service_sid": service, "endpoint_id": label(&mut random) },
            "task_router": { "workspace_sid": workspace, "worker_sid": worker, "role": "worker" },
        });
        println!("{input}");
    }
    Ok(())
}

/// A string that the rules for free text accept.
fn label(random: &mut Random) -> String {
    let text: String = random.text().chars().filter(|c| !c.is_control()).collect();
    if text.is_empty() { "label".to_owned() } else { text }
}

fn key(input: &Value) -> Result<ApiKeyCredentials> {
    Ok(ApiKeyCredentials::new(
        text(&input["account_sid"])?.parse()?,
        text(&input["key_sid"])?.parse()?,
        text(&input["secret"])?.parse()?,
    ))
}

pub(crate) fn mint(input: &Value) -> Result<Token> {
    let at = |part: &str, name: &str| -> Result<String> { Ok(text(&input[part][name])?.to_owned()) };
    let mut params = OutgoingParams::new();
    for (name, value) in input["voice"]["params"].as_object().into_iter().flatten() {
        params = params.param(ParamName::try_from(&**name)?, Json::try_from(value)?);
    }
    let mut voice = VoiceGrant::new()
        .outgoing_with(at("voice", "app_sid")?.parse()?, params)
        .push_credential(at("voice", "push_credential_sid")?.parse()?)
        .endpoint_id(at("voice", "endpoint_id")?.parse()?);
    if input["voice"]["incoming"] == true {
        voice = voice.incoming();
    }
    let token = AccessToken::new()
        .voice_identity(text(&input["identity"])?.parse()?)
        .voice(voice)
        .video(VideoGrant::new().room(at("video", "room")?.parse()?))
        .chat(
            ChatGrant::new(at("chat", "service_sid")?.parse()?)
                .deployment_role(at("chat", "role_sid")?.parse()?)
                .endpoint_id(at("chat", "endpoint_id")?.parse()?),
        )
        .sync(
            SyncGrant::new(at("sync", "service_sid")?.parse()?)
                .endpoint_id(at("sync", "endpoint_id")?.parse()?),
        )
        .task_router(
            TaskRouterGrant::new(at("task_router", "workspace_sid")?.parse()?)
                .worker(at("task_router", "worker_sid")?.parse()?)
                .role(at("task_router", "role")?.parse()?),
        )
        .ttl(Ttl::from_secs(input["ttl"].as_u64().ok_or("no ttl")?)?)
        .maybe_region(input["region"].as_str().map(str::parse::<Region>).transpose()?)
        .credentials(&key(input)?);
    Ok(token.sign())
}

pub(crate) fn check(minted: &Value) -> Result<()> {
    let (theirs, ours) = (text(&minted["token"])?, mint(minted)?);
    // With the verifier of this library. The clock of the other process may be ahead.
    let verifier = Verifier::access_token(&key(minted)?).leeway(Duration::from_secs(60));
    let (verified, own) = (verifier.verify(theirs)?, verifier.verify(ours.as_str())?);
    if verified.grants() != own.grants() || verified.region() != own.region() {
        return Err(format!("read as {}, ours as {}", verified.grants(), own.grants()).into());
    }
    // With a reader that shares no code with it.
    let secret = text(&minted["secret"])?;
    let (theirs, ours) = (read(theirs, secret)?, read(ours.as_str(), secret)?);
    if ours.0 != theirs.0 {
        return Err(format!("the header is {}, ours {}", theirs.0, ours.0).into());
    }
    let (mut ours, mut theirs) = (ours.1, theirs.1);
    // The clock may advance between minting and this check.
    let seconds = |claims: &mut Value, name: &str| claims[name].take().as_i64().unwrap_or_default();
    let (exp, now) = (seconds(&mut ours, "exp"), seconds(&mut theirs, "exp"));
    let jti = text(&theirs["jti"])?.to_owned();
    if (exp - now).abs() > 60 || !text(&ours["jti"])?.starts_with(jti.split_at(35).0) {
        return Err(format!("exp {now} and {exp}, jti {jti}").into());
    }
    for claims in [&mut ours, &mut theirs] {
        let claims = claims.as_object_mut().ok_or("no object")?;
        claims.retain(|name, _| !matches!(name.as_str(), "exp" | "jti" | "nbf" | "iat"));
    }
    // If there are no parameters, some libraries write an empty object.
    if theirs["grants"]["voice"]["outgoing"]["params"] == json!({}) {
        theirs["grants"]["voice"]["outgoing"].as_object_mut().ok_or("no object")?.remove("params");
    }
    if ours != theirs { Err(format!("the claims are {theirs}, ours {ours}").into()) } else { Ok(()) }
}

/// Header and claims of a token whose signature is right.
fn read(token: &str, secret: &str) -> Result<(Value, Value)> {
    let (message, signature) = token.rsplit_once('.').ok_or("no signature")?;
    let (header, claims) = message.split_once('.').ok_or("no claims")?;
    let key = DecodingKey::from_secret(secret.as_bytes());
    let verifier = (crypto::PROVIDER.verifier_factory)(&Algorithm::HS256, &key)?;
    verifier.verify(message.as_bytes(), &URL_SAFE_NO_PAD.decode(signature)?)?;
    let part = |text: &str| -> Result<Value> { Ok(serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text)?)?) };
    Ok((part(header)?, part(claims)?))
}

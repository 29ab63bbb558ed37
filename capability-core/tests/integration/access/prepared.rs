//! A prepared access token mints the same tokens as signing, for any grants, identity and times.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a failing test can panic")]

use std::collections::HashSet;
use std::thread;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::Value;
use twilio_capability_core::access::{HasApiKey, HasIdentity, NoVoice, Suits, VoiceState, WithVoice};
use twilio_capability_core::{
    AccessToken, Anonymous, ApiKeyCredentials, ApplicationSid, ChatGrant, Grant, Grants, Identity,
    OutgoingParams, PreparedGrants, Region, ServiceSid, SyncGrant, Token, TokenId, Ttl, UnixTime, VideoGrant,
    VoiceGrant, VoiceIdentity, crypto,
};

/// Times of one to twelve digits.
fn time() -> impl Strategy<Value = UnixTime> {
    prop_oneof![
        (0..=UnixTime::MAX.as_secs()).prop_map(|seconds| UnixTime::from_secs(seconds).unwrap()),
        (0..12_u32).prop_map(|digits| UnixTime::from_secs(10_u64.pow(digits)).unwrap()),
        Just(UnixTime::MAX),
    ]
}

fn voice() -> impl Strategy<Value = VoiceGrant> {
    let application = "AP[0-9a-fA-F]{32}".prop_map(|sid| sid.parse::<ApplicationSid>().unwrap());
    (application, vec(("p[A-Za-z0-9_]{0,9}", any::<String>()), 0..3)).prop_map(|(application, params)| {
        let params = params
            .into_iter()
            .fold(OutgoingParams::new(), |params, (name, value)| params.param(name.parse().unwrap(), value));
        VoiceGrant::new().incoming().outgoing_with(application, params)
    })
}

/// Grants without Voice.
fn grants() -> impl Strategy<Value = Grants<NoVoice>> {
    let service = || "IS[0-9a-fA-F]{32}".prop_map(|sid| sid.parse::<ServiceSid>().unwrap());
    let room = option::of("[a-zé\"\\\\]{1,40}");
    (option::of(room), option::of(service()), option::of(service())).prop_filter_map(
        "a token has a grant",
        |(video, chat, sync)| {
            let video = video.map(|room| match room {
                Some(room) => VideoGrant::new().room(room.parse().unwrap()),
                None => VideoGrant::new(),
            });
            let list: [Option<Grant>; 3] = [
                video.map(Into::into),
                chat.map(|sid| ChatGrant::new(sid).into()),
                sync.map(|sid| SyncGrant::new(sid).into()),
            ];
            Grants::from_list(list.into_iter().flatten()).ok()?.without_voice().ok()
        },
    )
}

fn identity() -> impl Strategy<Value = Identity> {
    prop_oneof!["[a-z]{1,8}", "[a-zé\"\\\\@. ]{1,300}"].prop_map(|name| name.parse().unwrap())
}

/// What a token can have besides grants, identity and credentials.
#[derive(Clone, Debug)]
struct Settings {
    region: Option<Region>,
    id: Option<TokenId>,
    ttl: Option<Ttl>,
    expires_at: Option<UnixTime>,
    not_before: Option<UnixTime>,
}

fn settings() -> impl Strategy<Value = Settings> {
    let region = option::of(Just(Region::IE1));
    let id = option::of("[a-z\"]{1,200}".prop_map(|id| id.parse::<TokenId>().unwrap()));
    let ttl = option::of((1..=86_400_u64).prop_map(|seconds| Ttl::from_secs(seconds).unwrap()));
    (region, id, ttl, option::of(time()), option::of(time())).prop_map(
        |(region, id, ttl, expires_at, not_before)| Settings { region, id, ttl, expires_at, not_before },
    )
}

fn with<C, I, G>(token: AccessToken<C, I, G>, settings: &Settings) -> AccessToken<C, I, G> {
    let token = token
        .maybe_region(settings.region.clone())
        .maybe_ttl(settings.ttl)
        .maybe_expires_at(settings.expires_at)
        .maybe_not_before(settings.not_before);
    match settings.id.clone() {
        Some(id) => token.id(id),
        None => token,
    }
}

fn api_keys() -> [ApiKeyCredentials; 2] {
    let account = || "AC0123456789abcdefABCDEF0123456789".parse().unwrap();
    let key = || "SK0123456789abcdefABCDEF0123456789".parse().unwrap();
    let secret = || "not_a_real_api_secret".parse().unwrap();
    [
        ApiKeyCredentials::new(account(), key(), secret()),
        ApiKeyCredentials::with_provider(account(), key(), secret(), &crypto::PROVIDER).unwrap(),
    ]
}

fn claims(token: &str) -> Value {
    let [_, claims, _] = token.split('.').collect::<Vec<_>>()[..] else {
        panic!("{token} has not three parts")
    };
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).unwrap()).unwrap()
}

/// The token's ID.
fn id(token: &Token) -> TokenId {
    claims(token.as_str()).get("jti").and_then(Value::as_str).unwrap().parse().unwrap()
}

/// Mints tokens in each way, and signs tokens with the same IDs at the same times.
fn minted_equals_signed<I, V>(
    token: &AccessToken<ApiKeyCredentials, I, Grants<V>>,
    prepared_grants: &PreparedGrants<V>,
    identity: &I,
    times: &[UnixTime],
) -> Result<(), TestCaseError>
where
    I: HasIdentity + Suits<V> + Clone,
    V: VoiceState + Clone,
{
    let prepared = token.prepare();
    let mut ids = HashSet::new();
    for now in times {
        for minted in [prepared.mint_at(*now), prepared_grants.mint_for_at(identity, *now)] {
            let signed = token.clone().id(id(&minted)).sign_at(*now);
            prop_assert_eq!(minted.as_str(), signed.as_str());
            prop_assert_eq!(minted.expires_at(), signed.expires_at());
            ids.insert(id(&minted));
        }
        // Signing without an ID differs only in the ID.
        let (mut minted, mut signed) =
            (claims(prepared.mint_at(*now).as_str()), claims(token.sign_at(*now).as_str()));
        for claims in [&mut minted, &mut signed] {
            *claims.get_mut("jti").unwrap() = Value::Null;
        }
        prop_assert_eq!(minted, signed);
    }
    prop_assert!(ids.len() == 1 || ids.len() == 2 * times.len(), "{:?}", ids);
    Ok(())
}

proptest! {
    // Each case mints and signs some forty tokens.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn minting_returns_the_token_that_signing_returns(
        grants in grants(),
        voice in voice(),
        (identity, name) in (identity(), "[A-Za-z0-9_]{1,121}"),
        settings in settings(),
        times in vec(time(), 1..4),
    ) {
        let name: VoiceIdentity = name.parse().unwrap();
        for api_key in api_keys() {
            let base = with(AccessToken::new().credentials(&api_key), &settings);

            let unnamed = base.clone().grants(grants.clone());
            let prepared = unnamed.prepare_grants();
            minted_equals_signed(&unnamed.clone().identity(identity.clone()), &prepared, &identity, &times)?;
            minted_equals_signed(&unnamed.clone().voice_identity(name.clone()), &prepared, &name, &times)?;
            minted_equals_signed(&unnamed.anonymous(), &prepared, &Anonymous::default(), &times)?;

            let unnamed = base.grants(grants.clone()).voice(voice.clone());
            let prepared = unnamed.prepare_grants();
            minted_equals_signed(&unnamed.voice_identity(name.clone()), &prepared, &name, &times)?;
        }
    }

    /// One set of prepared grants mints for each user, and nothing of one user is in the token of another.
    #[test]
    fn each_identity_gets_its_own_token(names in vec(identity(), 2..6), grants in grants()) {
        let [api_key, _] = api_keys();
        let prepared = AccessToken::new().grants(grants).credentials(&api_key).prepare_grants();
        for name in &names {
            let claims = claims(prepared.mint_for(name).as_str());
            prop_assert_eq!(claims.pointer("/grants/identity").and_then(Value::as_str), Some(name.as_str()));
        }
    }
}

fn token() -> AccessToken<ApiKeyCredentials, VoiceIdentity, Grants<WithVoice>> {
    let [api_key, _] = api_keys();
    let voice = VoiceGrant::new().incoming();
    AccessToken::new().voice_identity(VoiceIdentity::from_static("john")).voice(voice).credentials(&api_key)
}

#[test]
fn the_clock_and_the_output_string_do_not_change_the_token() {
    let (token, mut jwt) = (token(), String::from("an earlier string, of another length than the token"));
    token.prepare().mint_into(&mut jwt);
    let claims = claims(&jwt);
    let (exp, id) = (claims.get("exp").and_then(Value::as_u64), claims.get("jti").and_then(Value::as_str));
    let now = UnixTime::from_secs(exp.unwrap() - 3600).unwrap();
    assert_eq!(jwt, token.id(id.unwrap().parse().unwrap()).sign_at(now).as_str());
}

#[test]
fn minted_tokens_have_different_ids_across_threads() {
    let token = token();
    let (prepared, signed) = (token.prepare(), id(&token.sign()));
    let ids: HashSet<_> = thread::scope(|scope| {
        let mint = || (0..100).map(|_| id(&prepared.mint())).collect::<Vec<_>>();
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(mint)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(ids.len(), 400);
    assert!(!ids.contains(&signed));
}

#[test]
fn debug_does_not_show_the_key_or_the_state() {
    fn shows_no_secret(shown: &str) {
        assert!(shown.contains("ApiKeyCredentials") && shown.contains("[redacted]"), "{shown}");
        assert!(!shown.contains("not_a_real"), "{shown}");
    }
    let [api_key, _] = api_keys();
    shows_no_secret(&format!("{:?}", token().prepare()));
    let grants = AccessToken::new().video(VideoGrant::new()).credentials(&api_key).prepare_grants();
    shows_no_secret(&format!("{grants:?}"));
}

/// A function of a user who prepares tokens in generic code.
fn prepare_any<C: HasApiKey, I: HasIdentity + Suits<V>, V: VoiceState>(
    token: &AccessToken<C, I, Grants<V>>,
) -> Token {
    token.prepare().mint()
}

#[test]
fn generic_code_can_prepare_a_token() {
    assert!(id(&prepare_any(&token())).as_str().starts_with("SK0123456789abcdefABCDEF0123456789-"));
}

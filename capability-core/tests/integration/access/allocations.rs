//! How often building and signing an access token allocates.

#![expect(clippy::unwrap_used, reason = "a failing test can panic")]

use allocation_counter::measure;
use twilio_capability_core::{
    AccessToken, ApiKeyCredentials, ApplicationSid, ChatGrant, RoomName, UnixTime, VideoGrant, VoiceGrant,
    VoiceIdentity,
};

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP0123456789abcdef0123456789abcdef");
const JOHN: VoiceIdentity = VoiceIdentity::from_static("john");
const DAILY: RoomName = RoomName::from_static("daily");

fn api_key() -> ApiKeyCredentials {
    ApiKeyCredentials::new(
        "AC0123456789abcdef0123456789abcdef".parse().unwrap(),
        "SK0123456789abcdef0123456789abcdef".parse().unwrap(),
        "0123456789abcdef0123456789abcdef".parse().unwrap(),
    )
}

#[test]
fn building_and_signing_allocates_the_claims_and_the_token() {
    let api_key = api_key();
    let sign = || {
        let voice = VoiceGrant::new().incoming().outgoing(APPLICATION);
        let token = AccessToken::new().voice_identity(JOHN).voice(voice).video(VideoGrant::new().room(DAILY));
        drop(token.credentials(&api_key).sign());
    };
    // The first token of a process creates the random key for the IDs.
    sign();
    let counted = measure(sign);
    assert_eq!((counted.count_total, counted.count_current), (2, 0));

    // Grants of a usual size.
    let role = "RL0123456789abcdef0123456789abcdef".parse().unwrap();
    let push = "CR0123456789abcdef0123456789abcdef".parse().unwrap();
    let service = "IS0123456789abcdef0123456789abcdef".parse().unwrap();
    let sign = || {
        let voice = VoiceGrant::new().incoming().outgoing(APPLICATION).push_credential(push);
        let chat = ChatGrant::new(service).deployment_role(role).push_credential(push);
        let token = AccessToken::new().voice_identity(JOHN).voice(voice).chat(chat);
        drop(token.credentials(&api_key).sign());
    };
    let counted = measure(sign);
    assert_eq!((counted.count_total, counted.count_current), (2, 0));
}

#[test]
fn minting_allocates_the_token_and_nothing_into_a_string_with_room() {
    let voice = || VoiceGrant::new().incoming().outgoing(APPLICATION);
    let token = AccessToken::new().voice_identity(JOHN).voice(voice()).credentials(&api_key());
    let not_before = token.clone().not_before(UnixTime::MAX);
    for token in [token.clone(), token.id("1".parse().unwrap()), not_before] {
        let (prepared, mut jwt) = (token.prepare(), String::new());
        prepared.mint_into(&mut jwt);
        assert_eq!(jwt.len(), jwt.capacity());
        assert_eq!(measure(|| drop(prepared.mint())).count_total, 1);
        assert_eq!(measure(|| prepared.mint_into(&mut jwt)).count_total, 0);
    }
}

#[test]
fn minting_for_an_identity_allocates_the_claims_and_the_token() {
    let grants =
        AccessToken::new().voice(VoiceGrant::new().incoming()).credentials(&api_key()).prepare_grants();
    let longest: VoiceIdentity = "x".repeat(121).parse().unwrap();
    drop(grants.mint_for(&JOHN));
    for identity in [JOHN, longest] {
        let counted = measure(|| drop(grants.mint_for(&identity)));
        assert_eq!((counted.count_total, counted.count_current), (2, 0));
    }
}

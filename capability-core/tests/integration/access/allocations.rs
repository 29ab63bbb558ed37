//! How often building and signing an access token allocates.

use allocation_counter::measure;
use twilio_capability_core::{
    AccessToken, ApiKeyCredentials, ApplicationSid, ChatGrant, RoomName, VideoGrant, VoiceGrant,
    VoiceIdentity,
};

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP0123456789abcdef0123456789abcdef");
const JOHN: VoiceIdentity = VoiceIdentity::from_static("john");
const DAILY: RoomName = RoomName::from_static("daily");

#[test]
fn building_and_signing_allocates_the_claims_and_the_token() {
    let api_key = ApiKeyCredentials::new(
        "AC0123456789abcdef0123456789abcdef".parse().unwrap(),
        "SK0123456789abcdef0123456789abcdef".parse().unwrap(),
        "0123456789abcdef0123456789abcdef".parse().unwrap(),
    );
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

//! What the tests of all servers share: the accounts, and what the answer has to be.

use serde_json::Value;
use twilio_capability::{
    AccountCredentials, ApiKeyCredentials, ApplicationSid, ClientName, UnixTime, Verifier,
};

pub const USER: &str = "zoë@example.com";
pub const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP11111111111111111111111111111111");

#[allow(dead_code, reason = "for the servers of client capability tokens")]
pub fn account() -> AccountCredentials {
    let sid = "AC00000000000000000000000000000000".parse().unwrap();
    AccountCredentials::new(sid, "not_a_real_auth_token".parse().unwrap())
}

#[allow(dead_code, reason = "for the servers of access tokens")]
pub fn api_key() -> ApiKeyCredentials {
    let sid = "AC00000000000000000000000000000000".parse().unwrap();
    let key = "SK00000000000000000000000000000000".parse().unwrap();
    ApiKeyCredentials::new(sid, key, "not_a_real_api_secret".parse().unwrap())
}

/// Checks the answer of a server that signs client capability tokens.
#[allow(dead_code, reason = "for the servers of client capability tokens")]
pub fn check_capability(cache_control: &str, body: &[u8]) {
    let (name, token, expires_at) = answer(cache_control, body);
    let verified = Verifier::capability(&account()).verify(&token).unwrap();
    assert_eq!(verified.expires_at().as_secs(), expires_at);
    assert_eq!(
        verified.scopes().to_string(),
        format!(
            "can receive calls to {name:?}; can make calls to application \"{APPLICATION}\" as {name:?} with \"user\" = {USER:?}"
        )
    );
}

/// Checks the answer of a server that signs access tokens.
#[allow(dead_code, reason = "for the servers of access tokens")]
pub fn check_access_token(cache_control: &str, body: &[u8]) {
    let (name, token, expires_at) = answer(cache_control, body);
    let verified = Verifier::access_token(&api_key()).verify(&token).unwrap();
    assert_eq!(verified.expires_at().as_secs(), expires_at);
    let grants = verified.grants();
    assert_eq!(grants.identity.as_deref(), Some(name.as_str()));
    let voice = grants.voice.as_ref().unwrap();
    assert!(voice.incoming);
    let outgoing = voice.outgoing.as_ref().unwrap();
    assert_eq!(outgoing.application_sid.as_deref(), Some(APPLICATION.as_str()));
}

/// The name, the token and its end in an answer.
fn answer(cache_control: &str, body: &[u8]) -> (String, String, u64) {
    assert_eq!(cache_control, "no-store");
    let body: Value = serde_json::from_slice(body).unwrap();
    let name = body["identity"].as_str().unwrap().to_owned();
    let parsed: ClientName = name.parse().unwrap();
    assert_eq!(parsed.unescaped().as_deref(), Some(USER));
    let expires_at = body["expires_at"].as_u64().unwrap();
    assert!(expires_at > UnixTime::now().as_secs());
    (name, body["token"].as_str().unwrap().to_owned(), expires_at)
}

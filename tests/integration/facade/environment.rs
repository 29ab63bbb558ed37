//! Credentials from the environment and from what stands in for it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::error::Error;
use std::ffi::OsString;

use crate::support::{ACCOUNT_SID, API_SECRET, AUTH_TOKEN, KEY_SID, account, api_key, now};
use twilio_capability::{
    AccessToken, AccountCredentials, ApiKeyCredentials, ApiSecret, AuthToken, ClientCapability, EnvErrorKind,
    EventStream, Region, VideoGrant,
};

fn vars(variables: &[(&str, &str)]) -> impl Fn(&str) -> Option<OsString> {
    move |name| {
        variables.iter().find(|(variable, _)| *variable == name).map(|(_, value)| OsString::from(value))
    }
}

#[test]
fn credentials_of_a_file_sign_the_same_tokens() {
    let read = vars(&[("TWILIO_ACCOUNT_SID", ACCOUNT_SID), ("TWILIO_AUTH_TOKEN", AUTH_TOKEN)]);
    let read = AccountCredentials::from_vars(read).unwrap();
    let capability = ClientCapability::new().events(EventStream::new());
    let [one, other] = [read, account()].map(|key| capability.clone().credentials(&key).sign_at(now()));
    assert_eq!(one.as_str(), other.as_str());

    let read = vars(&[
        ("TWILIO_ACCOUNT_SID", ACCOUNT_SID),
        ("TWILIO_API_KEY_SID", KEY_SID),
        ("TWILIO_API_KEY_SECRET", API_SECRET),
    ]);
    let read = ApiKeyCredentials::from_vars(read).unwrap();
    let access = AccessToken::new()
        .identity("john".parse().unwrap())
        .video(VideoGrant::new())
        .id("1".parse().unwrap());
    let [one, other] = [read, api_key()].map(|key| access.clone().credentials(&key).sign_at(now()));
    assert_eq!(one.as_str(), other.as_str());
}

#[test]
fn other_names_are_read_when_they_are_asked_for() {
    // Cargo sets these, and the first is no SID.
    let error = AccountCredentials::from_env_vars("CARGO_PKG_NAME", "CARGO_PKG_VERSION").unwrap_err();
    assert_eq!((error.variable(), error.kind()), ("CARGO_PKG_NAME", EnvErrorKind::Invalid));
    let error = ApiKeyCredentials::from_env_vars("API_KEY", "API_SECRET").unwrap_err();
    assert_eq!((error.variable(), error.kind()), ("TWILIO_ACCOUNT_SID", EnvErrorKind::Missing));
    assert!(AuthToken::from_env("CARGO_PKG_VERSION").is_ok());
    assert!(ApiSecret::from_env("CARGO_PKG_VERSION").is_ok());
    assert_eq!(Region::from_env("CARGO_PKG_NAME").unwrap_err().kind(), EnvErrorKind::Invalid);
}

#[test]
fn an_error_shows_no_character_of_a_value() {
    for (sid, token) in
        [("QUIRKY", "x"), ("\"QUIRKY", "x"), (ACCOUNT_SID, "'QUIRKY'"), (ACCOUNT_SID, "QUIRKY\n")]
    {
        let error =
            AccountCredentials::from_vars(vars(&[("TWILIO_ACCOUNT_SID", sid), ("TWILIO_AUTH_TOKEN", token)]))
                .unwrap_err();
        let shown = format!("{error}{error:?}{}{:?}", error.help(), error.source());
        assert!(!shown.contains("QU") && !shown.contains("'Q'"), "{shown}");
    }
}

#[test]
fn secrets_that_are_none_are_refused_everywhere() {
    for value in ["", " x", "x\n", "x\u{200B}", "x\u{7}", "\"x\"", ACCOUNT_SID, KEY_SID] {
        assert!(value.parse::<AuthToken>().is_err(), "{value}");
        assert!(value.parse::<ApiSecret>().is_err(), "{value}");
    }
    for value in ["your_auth_token", "not_a_real_auth_token", AUTH_TOKEN] {
        assert!(value.parse::<AuthToken>().is_ok(), "{value}");
    }
}

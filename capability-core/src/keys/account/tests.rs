use super::*;
use crate::keys::env_error::EnvErrorKind;
use crate::tests::chain;

const SID: &str = "AC0123456789abcdef0123456789abcdef";

fn from(sid: Option<&str>, token: Option<&str>) -> Result<AccountCredentials, EnvError> {
    AccountCredentials::from_vars(|name| match name {
        "TWILIO_ACCOUNT_SID" => sid.map(OsString::from),
        "TWILIO_AUTH_TOKEN" => token.map(OsString::from),
        _ => None,
    })
}

#[test]
fn the_environment_gives_credentials() {
    assert_eq!(from(Some(SID), Some("x")).unwrap().account_sid().as_str(), SID);
}

#[test]
fn names_without_twilio_are_mentioned_and_not_read() {
    let error = |variables: &[(&str, &str)]| {
        AccountCredentials::from_vars(|name| {
            let (_, value) = variables.iter().find(|(variable, _)| *variable == name)?;
            Some(OsString::from(value))
        })
        .unwrap_err()
    };
    let both = error(&[("ACCOUNT_SID", SID), ("AUTH_TOKEN", "x")]);
    assert_eq!((both.variable(), both.other_variable()), ("TWILIO_ACCOUNT_SID", Some("ACCOUNT_SID")));
    assert_eq!(
        both.to_string(),
        "the environment variables TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are not set, but ACCOUNT_SID and \
         AUTH_TOKEN are"
    );
    assert_eq!(
        both.help(),
        "rename ACCOUNT_SID to TWILIO_ACCOUNT_SID and AUTH_TOKEN to TWILIO_AUTH_TOKEN, or read them with \
         `AccountCredentials::from_env_vars(\"ACCOUNT_SID\", \"AUTH_TOKEN\")`"
    );
    let empty = error(&[("TWILIO_ACCOUNT_SID", ""), ("AUTH_TOKEN", "x")]);
    assert_eq!(
        empty.to_string(),
        "the environment variables TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are not set or empty, but AUTH_TOKEN \
         is set"
    );
    assert_eq!(
        empty.help(),
        "rename AUTH_TOKEN to TWILIO_AUTH_TOKEN, and set TWILIO_ACCOUNT_SID before the program starts"
    );
    let sid = error(&[("ACCOUNT_SID", SID), ("TWILIO_AUTH_TOKEN", "x")]);
    assert_eq!(
        sid.help(),
        "rename ACCOUNT_SID to TWILIO_ACCOUNT_SID, or read it with \
         `AccountCredentials::from_env_vars(\"ACCOUNT_SID\", \"TWILIO_AUTH_TOKEN\")`"
    );
    let token = error(&[("TWILIO_ACCOUNT_SID", SID), ("AUTH_TOKEN", "x")]);
    assert_eq!(token.to_string(), "the environment variable TWILIO_AUTH_TOKEN is not set, but AUTH_TOKEN is");
    assert!(token.help().ends_with("from_env_vars(\"TWILIO_ACCOUNT_SID\", \"AUTH_TOKEN\")`"));
}

#[test]
fn all_that_is_missing_or_empty_is_named() {
    for (sid, token, are) in [
        (None, None, "not set"),
        (Some(""), Some(""), "empty"),
        (None, Some(""), "not set or empty"),
        (Some(""), None, "not set or empty"),
    ] {
        let error = from(sid, token).unwrap_err();
        let sentence =
            format!("the environment variables TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are {are}");
        assert_eq!(error.to_string(), sentence);
        assert_eq!(error.help(), "set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN before the program starts");
        assert!(error.variables().eq(["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"]));
    }
    // A value that is wrong comes first, and what is missing after it.
    let error = from(Some("AC12"), None).unwrap_err();
    assert_eq!(error.to_string(), "the environment variable TWILIO_ACCOUNT_SID is not valid");
    assert!(error.variables().eq(["TWILIO_ACCOUNT_SID"]));
}

#[test]
fn each_trouble_names_the_variable_and_no_value() {
    for (sid, token, variable, kind, says) in [
        (None, Some("x"), "TWILIO_ACCOUNT_SID", EnvErrorKind::Missing, "is not set"),
        (Some(""), Some("x"), "TWILIO_ACCOUNT_SID", EnvErrorKind::Empty, "is empty"),
        (
            Some("AC12"),
            Some("x"),
            "TWILIO_ACCOUNT_SID",
            EnvErrorKind::Invalid,
            "has 34 characters, this one has 4",
        ),
        (Some(SID), None, "TWILIO_AUTH_TOKEN", EnvErrorKind::Missing, "is not set"),
        (Some(SID), Some(""), "TWILIO_AUTH_TOKEN", EnvErrorKind::Empty, "is empty"),
        (
            Some(SID),
            Some(" hunter2"),
            "TWILIO_AUTH_TOKEN",
            EnvErrorKind::Invalid,
            "character 1 of this auth token",
        ),
        (
            Some(SID),
            Some("hunter2\r\n"),
            "TWILIO_AUTH_TOKEN",
            EnvErrorKind::Invalid,
            "character 8 of this auth",
        ),
        (
            Some(SID),
            Some("your_auth_token"),
            "TWILIO_AUTH_TOKEN",
            EnvErrorKind::Placeholder,
            "holds a placeholder",
        ),
        (Some(SID), Some("'hunter2'"), "TWILIO_AUTH_TOKEN", EnvErrorKind::Invalid, "starts with a quote"),
        (Some(SID), Some(SID), "TWILIO_AUTH_TOKEN", EnvErrorKind::Invalid, "is a SID, not an auth token"),
        (
            Some(SID),
            Some("hunter\u{1}"),
            "TWILIO_AUTH_TOKEN",
            EnvErrorKind::Invalid,
            "is a control character",
        ),
    ] {
        let error = from(sid, token).unwrap_err();
        assert_eq!((error.variable(), error.kind()), (variable, kind));
        let shown = chain(&error);
        assert!(shown.starts_with("the environment variable TWILIO_") && shown.contains(says), "{shown}");
        assert!(!format!("{error:?}{error:#}").contains("hunter"), "{error:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_value_that_is_not_unicode_is_not_shown() {
    use std::os::unix::ffi::OsStringExt;

    let error =
        AccountCredentials::from_vars(|_| Some(OsString::from_vec(b"hunter\xFF".to_vec()))).unwrap_err();
    assert_eq!(error.kind(), EnvErrorKind::NotUnicode);
    assert!(!format!("{error:?}{error}").contains("hunter"));
}

#[test]
fn an_error_leads_to_the_rule_that_was_broken() {
    use std::error::Error;

    let error = from(Some("AC12"), Some("x")).unwrap_err();
    let rule = error.source().unwrap().to_string();
    assert_eq!(rule, "an account SID has 34 characters, this one has 4");
    assert!(from(None, Some("x")).unwrap_err().source().is_none());
}

#[test]
fn an_auth_token_where_the_account_sid_belongs_is_not_shown() {
    let error = from(Some("0123456789abcdef0123456789abcdef"), Some("x")).unwrap_err();
    assert!(!format!("{error:?}{error:#}").contains("0123"), "{error}");
}

#[test]
fn credentials_are_shared_between_threads() {
    fn shared<T: Send + Sync + Clone + 'static>(_: &T) {}
    shared(&from(Some(SID), Some("x")).unwrap());
}

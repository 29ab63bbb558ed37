use super::*;
use crate::keys::env_error::EnvErrorKind;
use crate::tests::chain;

const ACCOUNT: &str = "AC0123456789abcdef0123456789abcdef";
const KEY: &str = "SK0123456789abcdef0123456789abcdef";
const OTHER: &str = "SK11111111111111111111111111111111";

fn from(variables: &[(&str, &str)]) -> Result<ApiKeyCredentials, EnvError> {
    ApiKeyCredentials::from_vars(|name| {
        let (_, value) = variables.iter().find(|(variable, _)| *variable == name)?;
        Some(OsString::from(value))
    })
}

#[test]
fn the_environment_gives_credentials_by_each_spelling() {
    let account = ("TWILIO_ACCOUNT_SID", ACCOUNT);
    let first = from(&[account, ("TWILIO_API_KEY", KEY), ("TWILIO_API_SECRET", "x")]).unwrap();
    assert_eq!((first.account_sid().as_str(), first.api_key_sid().as_str()), (ACCOUNT, KEY));
    for key in ["TWILIO_API_KEY", "TWILIO_API_KEY_SID"] {
        for secret in ["TWILIO_API_SECRET", "TWILIO_API_KEY_SECRET"] {
            let spelled = from(&[account, (key, KEY), (secret, "x")]).unwrap();
            assert_eq!(spelled.api_key_sid().as_str(), KEY);
            assert_eq!(spelled.key().mac(b"m"), first.key().mac(b"m"));
        }
    }
    let both = from(&[
        account,
        ("TWILIO_API_KEY", KEY),
        ("TWILIO_API_SECRET", "x"),
        ("API_KEY", OTHER),
        ("API_SECRET", "y"),
    ])
    .unwrap();
    assert_eq!(both.api_key_sid().as_str(), KEY);
    assert_eq!(both.key().mac(b"m"), first.key().mac(b"m"));
}

#[test]
fn two_spellings_that_differ_are_refused() {
    let account = ("TWILIO_ACCOUNT_SID", ACCOUNT);
    let key = ("TWILIO_API_KEY", KEY);
    for (variables, one, other) in [
        ([account, key, ("TWILIO_API_KEY_SID", OTHER)].to_vec(), "TWILIO_API_KEY", "TWILIO_API_KEY_SID"),
        (
            [account, key, ("TWILIO_API_SECRET", "hunter2"), ("TWILIO_API_KEY_SECRET", "hunter3")].to_vec(),
            "TWILIO_API_SECRET",
            "TWILIO_API_KEY_SECRET",
        ),
    ] {
        let error = from(&variables).unwrap_err();
        assert_eq!(error.kind(), EnvErrorKind::Conflict);
        assert_eq!((error.variable(), error.other_variable()), (one, Some(other)));
        assert!(!format!("{error:?}{error}").contains("hunter"));
    }
}

#[test]
fn names_without_twilio_are_mentioned_and_not_read() {
    let account = ("TWILIO_ACCOUNT_SID", ACCOUNT);
    for (variables, missing, mentioned, call) in [
        (
            [account, ("TWILIO_API_KEY", KEY), ("API_SECRET", "y")],
            "TWILIO_API_SECRET",
            "API_SECRET",
            r#"`ApiKeyCredentials::from_env_vars("TWILIO_API_KEY", "API_SECRET")`"#,
        ),
        (
            [account, ("API_KEY", OTHER), ("TWILIO_API_SECRET", "x")],
            "TWILIO_API_KEY",
            "API_KEY",
            r#"`ApiKeyCredentials::from_env_vars("API_KEY", "TWILIO_API_SECRET")`"#,
        ),
        (
            [account, ("API_KEY_SID", OTHER), ("API_KEY_SECRET", "x")],
            "TWILIO_API_KEY",
            "API_KEY_SID",
            r#"`ApiKeyCredentials::from_env_vars("API_KEY_SID", "API_KEY_SECRET")`"#,
        ),
        (
            [("ACCOUNT_SID", ACCOUNT), ("TWILIO_API_KEY", KEY), ("TWILIO_API_SECRET", "x")],
            "TWILIO_ACCOUNT_SID",
            "ACCOUNT_SID",
            r#"`AccountSid::from_env("ACCOUNT_SID")`"#,
        ),
    ] {
        let error = from(&variables).unwrap_err();
        assert_eq!((error.variable(), error.kind()), (missing, EnvErrorKind::Missing));
        assert_eq!(error.other_variable(), Some(mentioned));
        assert!(error.help().ends_with(call), "{}", error.help());
    }
}

#[test]
fn each_trouble_names_the_variable_and_no_value() {
    let account = ("TWILIO_ACCOUNT_SID", ACCOUNT);
    let key = ("TWILIO_API_KEY", KEY);
    for (variables, variable, kind, says) in [
        (
            vec![],
            "TWILIO_ACCOUNT_SID",
            EnvErrorKind::Missing,
            "the environment variables TWILIO_ACCOUNT_SID, TWILIO_API_KEY and TWILIO_API_SECRET are not set",
        ),
        (
            vec![account],
            "TWILIO_API_KEY",
            EnvErrorKind::Missing,
            "the environment variables TWILIO_API_KEY and TWILIO_API_SECRET are not set",
        ),
        (vec![account, key], "TWILIO_API_SECRET", EnvErrorKind::Missing, "is not set"),
        (
            vec![account, ("API_KEY", KEY)],
            "TWILIO_API_KEY",
            EnvErrorKind::Missing,
            "the environment variables TWILIO_API_KEY and TWILIO_API_SECRET are not set, but API_KEY is",
        ),
        (
            vec![account, key, ("TWILIO_API_SECRET", "your_api_secret")],
            "TWILIO_API_SECRET",
            EnvErrorKind::Placeholder,
            "holds a placeholder",
        ),
        (
            vec![account, key, ("TWILIO_API_SECRET", "hunter2\n")],
            "TWILIO_API_SECRET",
            EnvErrorKind::Invalid,
            "character 8 of this API secret is white space",
        ),
        (
            vec![account, ("TWILIO_API_KEY", ACCOUNT), ("TWILIO_API_SECRET", "hunter2")],
            "TWILIO_API_KEY",
            EnvErrorKind::Invalid,
            "this is an account SID, not an API key SID",
        ),
        (
            vec![account, ("TWILIO_API_KEY", "0123456789abcdef0123456789abcdef")],
            "TWILIO_API_KEY",
            EnvErrorKind::Invalid,
            "this looks like a secret",
        ),
    ] {
        let error = from(&variables).unwrap_err();
        assert_eq!((error.variable(), error.kind()), (variable, kind));
        let shown = format!("{} {error:?}", chain(&error));
        assert!(shown.contains(says), "{shown}");
        assert!(!shown.contains("hunter") && !shown.contains("0123"), "{shown}");
    }
}

#[test]
fn all_values_that_are_missing_or_empty_are_named() {
    let account = ("TWILIO_ACCOUNT_SID", ACCOUNT);
    let (no_key, no_secret) = (("TWILIO_API_KEY", ""), ("TWILIO_API_SECRET", ""));
    for (variables, are, kind) in [
        (vec![account], "not set", EnvErrorKind::Missing),
        (vec![account, no_key], "not set or empty", EnvErrorKind::Empty),
        (vec![account, no_secret], "not set or empty", EnvErrorKind::Missing),
        (vec![account, no_key, no_secret], "empty", EnvErrorKind::Empty),
        (vec![account, no_key, no_secret, ("TWILIO_API_KEY_SECRET", "")], "empty", EnvErrorKind::Empty),
    ] {
        let error = from(&variables).unwrap_err();
        assert!(error.variables().eq(["TWILIO_API_KEY", "TWILIO_API_SECRET"]));
        assert_eq!(error.kind(), kind);
        let sentence = format!("the environment variables TWILIO_API_KEY and TWILIO_API_SECRET are {are}");
        assert_eq!(error.to_string(), sentence);
        assert_eq!(error.help(), "set TWILIO_API_KEY and TWILIO_API_SECRET before the program starts");
    }
    // Also if one between them is wrong.
    let error = from(&[("TWILIO_API_KEY", "SK12")]).unwrap_err();
    assert!(error.variables().eq(["TWILIO_ACCOUNT_SID", "TWILIO_API_SECRET"]));
    assert_eq!(error.help(), "set TWILIO_ACCOUNT_SID and TWILIO_API_SECRET before the program starts");
    let unprefixed = [("ACCOUNT_SID", ACCOUNT), ("API_KEY", KEY), ("API_SECRET", "x")];
    assert_eq!(
        from(&unprefixed).unwrap_err().help(),
        "rename ACCOUNT_SID to TWILIO_ACCOUNT_SID, API_KEY to TWILIO_API_KEY and API_SECRET to TWILIO_API_SECRET"
    );
    // A value that is set is not named.
    let error = from(&[account, no_key, ("TWILIO_API_SECRET", "x")]).unwrap_err();
    assert_eq!(error.to_string(), "the environment variable TWILIO_API_KEY is empty");
    let error = from(&[account, no_key, ("TWILIO_API_SECRET", "x ")]).unwrap_err();
    assert_eq!(error.to_string(), "the environment variable TWILIO_API_KEY is empty");
}

#[test]
fn credentials_are_shared_between_threads_and_show_no_secret() {
    fn shared<T: Send + Sync + Clone + 'static>(_: &T) {}
    let api_key =
        ApiKeyCredentials::new(ACCOUNT.parse().unwrap(), KEY.parse().unwrap(), "hunter2".parse().unwrap());
    shared(&api_key);
    let shown = format!("{api_key:?}");
    assert!(shown.contains(ACCOUNT) && shown.contains(KEY) && !shown.contains("hunter"), "{shown}");
}

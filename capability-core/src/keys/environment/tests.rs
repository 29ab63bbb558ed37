use proptest::prelude::*;

use super::*;
use crate::values::AccountSid;

const TWO: Names<'_> = Names { read: &["A", "B"], unprefixed: &["C"] };
const SID: &str = "AC0123456789abcdef0123456789abcdef";
const OTHER: &str = "AC11111111111111111111111111111111";

fn read<T: EnvValue>(variables: &[(&str, &str)]) -> Result<T, EnvError> {
    let environment = Environment(|name: &str| {
        let (_, value) = variables.iter().find(|(variable, _)| *variable == name)?;
        Some(OsString::from(value))
    });
    environment.value(&TWO, || "from_env_vars()".to_owned())
}

/// The kind, both names, and everything that an error shows.
fn shown(error: &EnvError) -> String {
    let source = error.source().map(ToString::to_string);
    format!("{error} {error:#} {error:?} {source:?} {}", error.help())
}

#[test]
fn a_value_is_read_under_each_of_its_names() {
    for variables in [
        &[("A", SID)][..],
        &[("B", SID)],
        &[("A", SID), ("B", SID)],
        &[("A", ""), ("B", SID)],
        &[("A", SID), ("B", "")],
        &[("A", SID), ("C", OTHER)],
    ] {
        assert_eq!(read::<AccountSid>(variables).unwrap().as_str(), SID, "{variables:?}");
    }
}

#[test]
fn two_values_are_an_error_that_names_both_variables() {
    let error = read::<AccountSid>(&[("A", SID), ("B", OTHER)]).unwrap_err();
    assert_eq!(error.kind(), EnvErrorKind::Conflict);
    assert_eq!((error.variable(), error.other_variable()), ("A", Some("B")));
    assert_eq!(error.to_string(), "the environment variables A and B have different values");
    assert_eq!(error.help(), "remove A or B");
    assert_eq!(read::<AuthToken>(&[("A", "x"), ("B", "y")]).unwrap_err().kind(), EnvErrorKind::Conflict);
}

#[test]
fn two_empty_values_are_an_error_that_names_both_variables() {
    let error = read::<AuthToken>(&[("A", ""), ("B", "")]).unwrap_err();
    assert_eq!((error.kind(), error.variable()), (EnvErrorKind::Empty, "A"));
    assert_eq!(error.other_variable(), Some("B"));
    assert_eq!(error.to_string(), "the environment variables A and B are empty");
    assert_eq!(error.help(), "give A or B a value");
}

#[test]
fn a_name_is_escaped_where_it_is_shown() {
    let name = "A\n\u{202E}\u{1B}[2J";
    for value in [None, Some(""), Some(" x"), Some("your_auth_token")] {
        let environment = Environment(|_: &str| value.map(OsString::from));
        let error = environment.variable::<AuthToken>(name).err().unwrap();
        assert_eq!(error.variable(), name);
        let shown = shown(&error);
        assert!(shown.contains("variable A\\n\\u{202e}\\u{1b}[2J "), "{shown}");
        assert!(!shown.contains(['\n', '\u{202E}', '\u{1B}']), "{shown}");
    }
}

#[test]
fn a_name_that_is_not_read_is_mentioned() {
    let error = read::<AccountSid>(&[("C", SID)]).unwrap_err();
    assert_eq!((error.kind(), error.other_variable()), (EnvErrorKind::Missing, Some("C")));
    assert_eq!(error.to_string(), "the environment variable A is not set, but C is");
    assert_eq!(error.help(), "rename C to A, or read it with `from_env_vars()`");
    let error = read::<AccountSid>(&[("C", "")]).unwrap_err();
    assert_eq!((error.kind(), error.other_variable()), (EnvErrorKind::Missing, None));
    assert_eq!(error.help(), "set A or B before the program starts");
    assert_eq!(
        read::<AccountSid>(&[("B", "")]).unwrap_err().to_string(),
        "the environment variable B is empty"
    );
}

#[test]
fn a_placeholder_is_no_secret_but_an_obvious_fake_is_one() {
    for placeholder in ["your_auth_token", "YOUR_API_SECRET"] {
        let error = read::<AuthToken>(&[("A", placeholder)]).unwrap_err();
        assert_eq!(error.kind(), EnvErrorKind::Placeholder);
        assert_eq!(error.to_string(), "the environment variable A holds a placeholder");
        assert_eq!(error.help(), "replace it with the auth token from the Twilio Console");
        assert_eq!(read::<ApiSecret>(&[("A", placeholder)]).unwrap_err().kind(), EnvErrorKind::Placeholder);
        assert!(placeholder.parse::<AuthToken>().is_ok());
    }
    assert!(read::<AuthToken>(&[("A", "not_a_real_auth_token")]).is_ok());
    assert!(read::<ApiSecret>(&[("A", "not_a_real_api_secret")]).is_ok());
}

#[cfg(feature = "webhook")]
#[test]
fn whoever_guesses_a_placeholder_cannot_sign_webhooks() {
    for placeholder in ["changeme", "your_shared_key", "SHARED_KEY"] {
        let error = read::<SharedKey>(&[("A", placeholder)]).unwrap_err();
        assert_eq!(error.kind(), EnvErrorKind::Placeholder);
        assert_eq!(error.help(), "replace it with the shared key from the Twilio Console");
    }
    assert!(read::<SharedKey>(&[("A", "not_a_real_shared_key")]).is_ok());
}

#[test]
fn a_region_that_is_none_is_not_guessed_at() {
    assert_eq!(read::<Region>(&[("A", "ie1")]).unwrap(), Region::IE1);
    let error = read::<Region>(&[("A", "dublin")]).unwrap_err();
    assert_eq!(error.kind(), EnvErrorKind::Invalid);
    assert!(!shown(&error).contains("dublin") && !error.help().contains("did you mean"), "{error:?}");
}

proptest! {
    #[test]
    fn no_error_shows_a_character_of_a_value(
        start in prop::sample::select(vec!["", "AC", "SK", "零", " ", "\"", "AC0", "zz"]),
        middle in "[零壱弐参]{0,40}",
        end in prop::sample::select(vec!["", " ", "\"", "\n", "\u{200B}", "弐"]),
        other in proptest::option::of("[零壱弐参]{0,3}"),
    ) {
        let value = format!("{start}{middle}{end}");
        let variables: Vec<_> = [Some(("A", value.as_str())), other.as_deref().map(|other| ("B", other))]
            .into_iter()
            .flatten()
            .collect();
        let errors = [
            read::<AccountSid>(&variables).err(),
            read::<Region>(&variables).err(),
            read::<AuthToken>(&variables).err(),
            read::<ApiSecret>(&variables).err(),
        ];
        for error in errors.iter().flatten() {
            prop_assert!(!shown(error).contains(['零', '壱', '弐', '参', '\u{200B}', '\n']), "{error:?}");
        }
    }
}

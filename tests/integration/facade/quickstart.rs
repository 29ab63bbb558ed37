//! The quickstart as a user runs it: only the token on standard output, everything else on standard error.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]
#![cfg(feature = "macros")]

use std::process::{Command, Output};

use crate::support::{decode, scopes};

const VARIABLES: [&str; 4] = ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_TWIML_APP_SID", "USER_ID"];

fn quickstart(environment: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--example", "quickstart"]).current_dir(env!("CARGO_MANIFEST_DIR"));
    for variable in VARIABLES {
        command.env_remove(variable);
    }
    command.envs(environment.iter().copied()).output().unwrap()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

#[test]
fn without_an_environment_it_uses_demo_values_and_says_so() {
    let output = quickstart(&[]);
    let (token, words) = (text(output.stdout), text(output.stderr));
    assert!(output.status.success(), "{words}");
    assert!(
        words.contains("TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are not set: using demo values"),
        "{words}"
    );
    let claims = decode(token.strip_suffix('\n').unwrap(), "not_a_real_auth_token").claims;
    assert_eq!(claims["iss"], "AC00000000000000000000000000000000");
}

#[test]
fn with_an_environment_the_token_is_for_real() {
    let output = quickstart(&[
        ("TWILIO_ACCOUNT_SID", "AC22222222222222222222222222222222"),
        ("TWILIO_AUTH_TOKEN", "another_fake_auth_token"),
        ("TWILIO_TWIML_APP_SID", "AP33333333333333333333333333333333"),
        ("USER_ID", "a&b"),
    ]);
    let (token, words) = (text(output.stdout), text(output.stderr));
    assert!(output.status.success(), "{words}");
    let claims = decode(token.strip_suffix('\n').unwrap(), "another_fake_auth_token").claims;
    assert_eq!(claims["iss"], "AC22222222222222222222222222222222");
    let scopes = scopes(claims["scope"].as_str().unwrap());
    assert_eq!(scopes[0].query["clientName"], "john");
    assert_eq!(scopes[1].query["appSid"], "AP33333333333333333333333333333333");
    assert_eq!(scopes[1].query["clientName"], "john");
    assert_eq!(scopes[1].params, [("user_id".to_owned(), "a&b".to_owned())]);
    for expected in [
        "header  {\"typ\"",
        "claims  {\"scope\"",
        "Until ",
        "can receive calls to \"john\"",
        "\"user_id\" = \"a&b\"",
    ] {
        assert!(words.contains(expected), "{expected} in {words}");
    }
    assert!(!words.contains("another_fake_auth_token") && !words.contains("demo"), "{words}");
}

#[test]
fn a_wrong_environment_is_an_error_that_names_the_variable() {
    let output = quickstart(&[
        ("TWILIO_ACCOUNT_SID", "AC22222222222222222222222222222222"),
        ("TWILIO_AUTH_TOKEN", "hunter2 "),
    ]);
    let words = text(output.stderr);
    assert!(!output.status.success() && output.stdout.is_empty());
    assert!(words.contains("TWILIO_AUTH_TOKEN") && !words.contains("hunter"), "{words}");
    // Sentences and what to do, not the fields of an error.
    assert_eq!(
        words,
        "Error: the environment variable TWILIO_AUTH_TOKEN is not valid: character 8 of this auth token is white space\n\
         help: remove it: `trim()` removes white space at the ends\n"
    );

    let output = quickstart(&[("TWILIO_TWIML_APP_SID", "AP12")]);
    assert!(!output.status.success() && output.stdout.is_empty());
    assert!(text(output.stderr).contains("TWILIO_TWIML_APP_SID"));
}

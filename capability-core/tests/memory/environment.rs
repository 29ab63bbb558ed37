//! Values of the environment are wiped, whatever becomes of them.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

use twilio_capability_core::{AccountCredentials, ApiKeyCredentials, EnvError, EnvErrorKind};

use super::leaves_nothing;
use super::needles::secret;

const ACCOUNT: (&str, Value) = ("TWILIO_ACCOUNT_SID", Value::Is("AC11111111111111111111111111111111"));
const API_KEY: (&str, Value) = ("TWILIO_API_KEY", Value::Is("SK11111111111111111111111111111111"));

/// The value of a variable.
#[derive(Clone, Copy)]
enum Value {
    Is(&'static str),
    Secret,
    SecretAnd(u8),
}

fn read(variables: &[(&str, Value)], which: usize, name: &str) -> Option<OsString> {
    let (_, value) = variables.iter().find(|(variable, _)| *variable == name)?;
    let mut bytes = match value {
        Value::Is(value) => return Some(OsString::from(value)),
        Value::Secret | Value::SecretAnd(_) => secret(which).into_bytes(),
    };
    if let Value::SecretAnd(byte) = value {
        bytes.push(*byte);
    }
    Some(OsString::from_vec(bytes))
}

fn account(variables: &[(&str, Value)], which: usize) -> Result<(), EnvError> {
    AccountCredentials::from_vars(|name| read(variables, which, name)).map(drop)
}

fn api_key(variables: &[(&str, Value)], which: usize) -> Result<(), EnvError> {
    ApiKeyCredentials::from_vars(|name| read(variables, which, name)).map(drop)
}

#[test]
fn nothing_stays_of_a_value_that_is_read() {
    leaves_nothing(|which| {
        account(&[ACCOUNT, ("TWILIO_AUTH_TOKEN", Value::Secret)], which).unwrap();
        api_key(
            &[
                ACCOUNT,
                API_KEY,
                ("TWILIO_API_SECRET", Value::Secret),
                ("TWILIO_API_KEY_SECRET", Value::Secret),
                ("API_SECRET", Value::Secret),
            ],
            which,
        )
        .unwrap();
    });
}

// What is freed is soon used again, so each case is searched for by itself.

#[test]
fn nothing_stays_of_a_value_that_is_refused() {
    for (variables, kind) in [
        ([ACCOUNT, ("TWILIO_AUTH_TOKEN", Value::SecretAnd(b'\n'))], EnvErrorKind::Invalid),
        ([ACCOUNT, ("TWILIO_AUTH_TOKEN", Value::SecretAnd(0xFF))], EnvErrorKind::NotUnicode),
        ([ACCOUNT, ("AUTH_TOKEN", Value::Secret)], EnvErrorKind::Missing),
        // As the SID.
        ([("TWILIO_ACCOUNT_SID", Value::Secret), ("AUTH_TOKEN", Value::Secret)], EnvErrorKind::Invalid),
        ([("TWILIO_ACCOUNT_SID", Value::SecretAnd(0xFF)), ACCOUNT], EnvErrorKind::NotUnicode),
        ([("ACCOUNT_SID", Value::Secret), ("TWILIO_AUTH_TOKEN", Value::Secret)], EnvErrorKind::Missing),
    ] {
        leaves_nothing(|which| assert_eq!(account(&variables, which).unwrap_err().kind(), kind));
    }
    let as_key = [ACCOUNT, ("TWILIO_API_KEY", Value::Secret), ("TWILIO_API_SECRET", Value::Secret)];
    leaves_nothing(|which| {
        assert_eq!(api_key(&as_key, which).unwrap_err().kind(), EnvErrorKind::Invalid);
    });
}

#[test]
fn nothing_stays_of_a_value_that_is_set_under_two_names() {
    let (other, empty) = (Value::Is("not_a_real_api_secret"), Value::Is(""));
    for (one, two, kind) in [
        (Value::Secret, other, Some(EnvErrorKind::Conflict)),
        (other, Value::Secret, Some(EnvErrorKind::Conflict)),
        (Value::Secret, Value::SecretAnd(b'x'), Some(EnvErrorKind::Conflict)),
        (other, Value::SecretAnd(0xFF), Some(EnvErrorKind::Conflict)),
        (Value::SecretAnd(0xFF), empty, Some(EnvErrorKind::NotUnicode)),
        (Value::Secret, empty, None),
        (empty, Value::Secret, None),
        (Value::Secret, Value::Secret, None),
    ] {
        let variables = [ACCOUNT, API_KEY, ("TWILIO_API_SECRET", one), ("TWILIO_API_KEY_SECRET", two)];
        leaves_nothing(|which| {
            assert_eq!(api_key(&variables, which).err().map(|error| error.kind()), kind);
        });
    }
}

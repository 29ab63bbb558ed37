//! Reading values from the environment. Each value that is read is wiped from memory, whatever becomes of it.

use std::env;
use std::error::Error;
use std::ffi::OsString;
use std::mem;

use zeroize::Zeroizing;

use super::env_error::{EnvError, EnvErrorKind, shown};
use super::placeholder::is_placeholder;
#[cfg(feature = "webhook")]
use crate::values::SharedKey;
use crate::values::{ApiSecret, AuthToken, Kind, Region, Sid};

/// The names of one value.
pub(super) struct Names<'a> {
    /// The names that are read. All of them are in use, so each of them can be set.
    pub(super) read: &'a [&'a str],
    /// Names without `TWILIO_`, which other services use too. They are looked for only to be mentioned in an error.
    pub(super) unprefixed: &'a [&'a str],
}

pub(super) const ACCOUNT_SID: Names<'_> =
    Names { read: &["TWILIO_ACCOUNT_SID"], unprefixed: &["ACCOUNT_SID"] };
pub(super) const AUTH_TOKEN: Names<'_> = Names { read: &["TWILIO_AUTH_TOKEN"], unprefixed: &["AUTH_TOKEN"] };
pub(super) const API_KEY: Names<'_> =
    Names { read: &["TWILIO_API_KEY", "TWILIO_API_KEY_SID"], unprefixed: &["API_KEY", "API_KEY_SID"] };
pub(super) const API_SECRET: Names<'_> = Names {
    read: &["TWILIO_API_SECRET", "TWILIO_API_KEY_SECRET"],
    unprefixed: &["API_SECRET", "API_KEY_SECRET"],
};

/// The environment of the process, or what stands in for it.
pub(crate) struct Environment<R>(pub(super) R);

/// The environment of the process.
pub(crate) fn process() -> Environment<impl Fn(&str) -> Option<OsString>> {
    Environment(|name: &str| env::var_os(name))
}

impl<R: Fn(&str) -> Option<OsString>> Environment<R> {
    /// The value of one variable.
    pub(crate) fn variable<T: EnvValue>(&self, name: &str) -> Result<T, EnvError> {
        self.value(&Names { read: &[name], unprefixed: &[] }, String::new)
    }

    /// The value that is set under one of its names. `instead` is the call that reads the names that are set, for the
    /// error.
    pub(super) fn value<T: EnvValue>(
        &self,
        names: &Names<'_>,
        instead: impl FnOnce() -> String,
    ) -> Result<T, EnvError> {
        let (variable, bytes) = self.find(names, instead)?;
        let value = text(bytes).ok_or_else(|| {
            let help = format!("write {} in UTF-8", shown(variable));
            EnvError::new(variable, EnvErrorKind::NotUnicode, help)
        })?;
        T::from_value(value).map_err(|fault| match fault {
            Fault::Placeholder(help) => EnvError::new(variable, EnvErrorKind::Placeholder, help),
            Fault::Invalid { source, help } => {
                EnvError::new(variable, EnvErrorKind::Invalid, help).with_source(source)
            }
        })
    }

    /// The name under which a value is set, read or not. If there is none, the first that is read.
    pub(super) fn name_of<'n>(&self, names: &Names<'n>) -> &'n str {
        let all = names.read.iter().chain(names.unprefixed);
        let first = names.read.first().copied().unwrap_or_default();
        all.copied().find(|name| self.is_set(name)).unwrap_or(first)
    }

    fn is_set(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| !value.is_empty())
    }

    /// The variable that is set. An empty one counts only if there is no other.
    fn find<'n>(
        &self,
        names: &Names<'n>,
        instead: impl FnOnce() -> String,
    ) -> Result<(&'n str, Zeroizing<Vec<u8>>), EnvError> {
        let (mut found, mut empty) = (None, Vec::new());
        for name in names.read.iter().copied() {
            match (self.get(name), &found) {
                (Some(value), _) if value.is_empty() => empty.push(name),
                (Some(value), None) => found = Some((name, value)),
                (Some(value), Some((other, first))) if *first != value => {
                    let help = format!("remove {} or {}", shown(other), shown(name));
                    return Err(EnvError::new(other, EnvErrorKind::Conflict, help).with_other(name));
                }
                (None, _) | (Some(_), Some(_)) => {}
            }
        }
        found.ok_or_else(|| match *empty.as_slice() {
            [] => self.missing(names, instead),
            [name] => EnvError::new(name, EnvErrorKind::Empty, format!("give {} a value", shown(name))),
            [name, other, ..] => {
                let help = format!("give {} or {} a value", shown(name), shown(other));
                EnvError::new(name, EnvErrorKind::Empty, help).with_other(other)
            }
        })
    }

    fn missing(&self, names: &Names<'_>, instead: impl FnOnce() -> String) -> EnvError {
        let variable = names.read.first().copied().unwrap_or_default();
        if let Some(other) = names.unprefixed.iter().find(|name| self.is_set(name)) {
            return EnvError::misnamed(variable, other, instead());
        }
        let all: Vec<_> = names.read.iter().map(|name| shown(name).to_string()).collect();
        let help = format!("set {} before the program starts", all.join(" or "));
        EnvError::new(variable, EnvErrorKind::Missing, help)
    }

    /// The only place that reads a value, so that each one is wiped.
    fn get(&self, name: &str) -> Option<Zeroizing<Vec<u8>>> {
        (self.0)(name).map(|value| Zeroizing::new(value.into_encoded_bytes()))
    }
}

/// The bytes as text, without a copy.
fn text(mut bytes: Zeroizing<Vec<u8>>) -> Option<Zeroizing<String>> {
    match String::from_utf8(mem::take(&mut *bytes)) {
        Ok(text) => Some(Zeroizing::new(text)),
        Err(error) => {
            drop(Zeroizing::new(error.into_bytes()));
            None
        }
    }
}

/// A type whose values can be in the environment. Its errors contain no character of a value.
pub(crate) trait EnvValue: Sized {
    fn from_value(value: Zeroizing<String>) -> Result<Self, Fault>;
}

/// What is wrong with a value.
pub(crate) enum Fault {
    /// It is a placeholder. The help says what belongs in its place.
    Placeholder(&'static str),
    Invalid {
        source: Box<dyn Error + Send + Sync>,
        help: String,
    },
}

impl<K: Kind> EnvValue for Sid<K> {
    fn from_value(value: Zeroizing<String>) -> Result<Self, Fault> {
        value.parse().map_err(|error: <Self as std::str::FromStr>::Err| {
            let error = error.redacted();
            Fault::Invalid { help: error.help().to_string(), source: error.into() }
        })
    }
}

impl EnvValue for Region {
    fn from_value(value: Zeroizing<String>) -> Result<Self, Fault> {
        value.parse().map_err(|error: <Self as std::str::FromStr>::Err| {
            let error = error.redacted();
            Fault::Invalid { help: error.help().to_string(), source: error.into() }
        })
    }
}

macro_rules! secret {
    ($ty:ident, $help:literal) => {
        impl EnvValue for $ty {
            fn from_value(mut value: Zeroizing<String>) -> Result<Self, Fault> {
                if is_placeholder(&value) {
                    return Err(Fault::Placeholder($help));
                }
                Self::try_from(mem::take(&mut *value))
                    .map_err(|error| Fault::Invalid { help: error.help().to_string(), source: error.into() })
            }
        }
    };
}

secret!(AuthToken, "replace it with the auth token from the Twilio Console");
secret!(ApiSecret, "replace it with the API secret from the Twilio Console");
#[cfg(feature = "webhook")]
secret!(SharedKey, "replace it with the shared key from the Twilio Console");

impl<K: Kind> Sid<K> {
    /// A SID from an environment variable, for example `TWILIO_TWIML_APP_SID`.
    ///
    /// # Errors
    ///
    /// The variable is missing, empty, not Unicode, or no SID of this kind. The error names the variable and shows no
    /// character of its value.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ApplicationSid, EnvErrorKind};
    ///
    /// let error = ApplicationSid::from_env("NO_SUCH_VARIABLE").unwrap_err();
    /// assert_eq!(error.kind(), EnvErrorKind::Missing);
    /// assert_eq!(error.to_string(), "the environment variable NO_SUCH_VARIABLE is not set");
    /// ```
    pub fn from_env(variable: &str) -> Result<Self, EnvError> {
        process().variable(variable)
    }
}

impl Region {
    /// A region from an environment variable, for example `TWILIO_REGION`.
    ///
    /// # Errors
    ///
    /// The variable is missing, empty, not Unicode, or no region. The error names the variable and shows no character of
    /// its value.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{EnvErrorKind, Region};
    ///
    /// match Region::from_env("TWILIO_REGION") {
    ///     Ok(region) => println!("{region}"),
    ///     Err(error) if error.kind() == EnvErrorKind::Missing => println!("{}", Region::US1),
    ///     Err(error) => eprintln!("{error}"),
    /// }
    /// ```
    pub fn from_env(variable: &str) -> Result<Self, EnvError> {
        process().variable(variable)
    }
}

impl AuthToken {
    /// An auth token from an environment variable, for example `TWILIO_AUTH_TOKEN`.
    ///
    /// # Errors
    ///
    /// The variable is missing, empty, not Unicode, a placeholder such as `your_auth_token`, or no auth token. The error
    /// names the variable and shows no character of its value.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AuthToken, EnvErrorKind};
    ///
    /// let error = AuthToken::from_env("NO_SUCH_VARIABLE").unwrap_err();
    /// assert_eq!(error.kind(), EnvErrorKind::Missing);
    /// ```
    pub fn from_env(variable: &str) -> Result<Self, EnvError> {
        process().variable(variable)
    }
}

impl ApiSecret {
    /// The secret of an API key from an environment variable, for example `TWILIO_API_SECRET`.
    ///
    /// # Errors
    ///
    /// The variable is missing, empty, not Unicode, a placeholder such as `your_api_secret`, or no API secret. The error
    /// names the variable and shows no character of its value.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ApiSecret, EnvErrorKind};
    ///
    /// let error = ApiSecret::from_env("NO_SUCH_VARIABLE").unwrap_err();
    /// assert_eq!(error.kind(), EnvErrorKind::Missing);
    /// ```
    pub fn from_env(variable: &str) -> Result<Self, EnvError> {
        process().variable(variable)
    }
}

#[cfg(feature = "webhook")]
impl SharedKey {
    /// The secret of a shared key from an environment variable, for example `TWILIO_WEBHOOK_SHARED_KEY`.
    ///
    /// # Errors
    ///
    /// The variable is missing, empty, not Unicode, a placeholder such as `your_shared_key`, or no shared key. The error names the
    /// variable and shows no character of its value.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{EnvErrorKind, SharedKey};
    ///
    /// let error = SharedKey::from_env("NO_SUCH_VARIABLE").unwrap_err();
    /// assert_eq!(error.kind(), EnvErrorKind::Missing);
    /// ```
    pub fn from_env(variable: &str) -> Result<Self, EnvError> {
        process().variable(variable)
    }
}

#[cfg(test)]
mod tests;

use std::env;
use std::error::Error;
use std::ffi::OsString;
use std::fmt;
use std::str::FromStr;

use zeroize::Zeroizing;

use crate::values::{Kind, Sid};

/// Why credentials could not be taken from the environment. Names the variable, and shows no secret.
///
/// ```
/// use twilio_capability_core::AccountCredentials;
///
/// if let Err(error) = AccountCredentials::from_env() {
///     // For example: the environment variable TWILIO_AUTH_TOKEN is not set
///     eprintln!("{error}");
/// }
/// ```
#[derive(Debug)]
pub struct EnvError {
    variable: &'static str,
    kind: EnvErrorKind,
    source: Option<Box<dyn Error + Send + Sync>>,
}

/// What is wrong with the variable.
///
/// ```
/// use twilio_capability_core::{AccountSid, EnvErrorKind};
///
/// match AccountSid::from_env("NO_SUCH_VARIABLE") {
///     Err(error) if error.kind() == EnvErrorKind::Missing => println!("take a default"),
///     other => panic!("{other:?}"),
/// }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum EnvErrorKind {
    /// There is no such variable.
    Missing,
    /// It is set to nothing.
    Empty,
    /// Its value is not Unicode.
    NotUnicode,
    /// Its value breaks the rule for what it holds; `source` says which.
    Invalid,
}

impl EnvError {
    /// The name of the variable.
    ///
    /// ```
    /// use twilio_capability_core::ApplicationSid;
    ///
    /// let error = ApplicationSid::from_env("NO_SUCH_VARIABLE").unwrap_err();
    /// assert_eq!(error.variable(), "NO_SUCH_VARIABLE");
    /// ```
    #[must_use]
    pub fn variable(&self) -> &'static str {
        self.variable
    }

    /// What is wrong.
    ///
    /// ```
    /// use twilio_capability_core::{ApplicationSid, EnvErrorKind};
    ///
    /// let error = ApplicationSid::from_env("NO_SUCH_VARIABLE").unwrap_err();
    /// assert_eq!(error.kind(), EnvErrorKind::Missing);
    /// ```
    #[must_use]
    pub fn kind(&self) -> EnvErrorKind {
        self.kind
    }
}

impl fmt::Display for EnvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { variable, kind, source } = self;
        write!(f, "the environment variable {variable} ")?;
        f.write_str(match kind {
            EnvErrorKind::Missing => "is not set",
            EnvErrorKind::Empty => "is empty",
            EnvErrorKind::NotUnicode => "is not Unicode",
            EnvErrorKind::Invalid => "is not valid",
        })?;
        source.as_ref().map_or(Ok(()), |source| write!(f, ": {source}"))
    }
}

impl Error for EnvError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_ref().map(|source| &**source as _)
    }
}

/// Reads and parses one variable; `read` is the environment.
pub(crate) fn variable<T>(
    variable: &'static str,
    read: impl Fn(&str) -> Option<OsString>,
) -> Result<T, EnvError>
where
    T: FromStr<Err: Error + Send + Sync + 'static> + TryFrom<String, Error = <T as FromStr>::Err>,
{
    let refuse = |kind| EnvError { variable, kind, source: None };
    let value = read(variable).ok_or_else(|| refuse(EnvErrorKind::Missing))?;
    let value = value.into_string().map_err(|value| {
        drop(Zeroizing::new(value.into_encoded_bytes()));
        refuse(EnvErrorKind::NotUnicode)
    })?;
    if value.is_empty() {
        return Err(refuse(EnvErrorKind::Empty));
    }
    T::try_from(value).map_err(|source| EnvError {
        variable,
        kind: EnvErrorKind::Invalid,
        source: Some(Box::new(source)),
    })
}

impl<K: Kind> Sid<K> {
    /// A SID from an environment variable, for example `TWILIO_TWIML_APP_SID`.
    ///
    /// # Errors
    ///
    /// The variable is missing, empty, not Unicode, or no SID of this kind. Names the variable and not its value.
    ///
    /// ```
    /// use twilio_capability_core::{ApplicationSid, EnvErrorKind};
    ///
    /// let error = ApplicationSid::from_env("NO_SUCH_VARIABLE").unwrap_err();
    /// assert_eq!(error.kind(), EnvErrorKind::Missing);
    /// assert_eq!(error.to_string(), "the environment variable NO_SUCH_VARIABLE is not set");
    /// ```
    pub fn from_env(variable: &'static str) -> Result<Self, EnvError> {
        self::variable(variable, |name| env::var_os(name))
    }
}

use std::error::Error;
use std::fmt;
use std::str::EscapeDebug;

/// Why a value could not be taken from the environment. It names the variable, and contains no character of its value.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::AccountCredentials;
///
/// if let Err(error) = AccountCredentials::from_env() {
///     // For example: the environment variable TWILIO_AUTH_TOKEN is not set
///     eprintln!("{error}");
/// }
/// ```
#[derive(Debug)]
pub struct EnvError {
    variable: String,
    other: Option<String>,
    kind: EnvErrorKind,
    /// What is wrong with the other variable, if that is missing or empty too.
    other_kind: Option<EnvErrorKind>,
    help: String,
    source: Option<Box<dyn Error + Send + Sync>>,
}

/// What is wrong with the variable.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{AccountSid, EnvErrorKind};
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
    /// Another variable for the same value is set too, and the two values differ.
    Conflict,
    /// Its value is a placeholder of an example, such as `your_auth_token`.
    Placeholder,
    /// Its value breaks the rule for what it holds; `source` says which.
    Invalid,
}

impl EnvError {
    pub(super) fn new(variable: &str, kind: EnvErrorKind, help: impl Into<String>) -> Self {
        let (variable, help) = (variable.to_owned(), help.into());
        Self { variable, other: None, kind, other_kind: None, help, source: None }
    }

    pub(super) fn with_other(self, other: &str) -> Self {
        Self { other: Some(other.to_owned()), ..self }
    }

    /// An error about another variable too, which is also missing or empty.
    pub(super) fn with_absent(self, other: &str, kind: EnvErrorKind) -> Self {
        Self { other: Some(other.to_owned()), other_kind: Some(kind), ..self }
    }

    /// Names both variables if both are missing or empty. Otherwise this error, which is about the first one.
    pub(super) fn or_both(self, other: &Self) -> Self {
        if !self.is_absent() || !other.is_absent() {
            return self;
        }
        let help =
            format!("set {} and {} before the program starts", shown(&self.variable), shown(&other.variable));
        Self { help, ..self.with_absent(&other.variable, other.kind) }
    }

    /// Whether there is no value, and none under a name that is only mentioned.
    fn is_absent(&self) -> bool {
        matches!(self.kind, EnvErrorKind::Missing | EnvErrorKind::Empty)
            && (self.other.is_none() || self.other_kind.is_some())
    }

    pub(super) fn with_source(self, source: Box<dyn Error + Send + Sync>) -> Self {
        Self { source: Some(source), ..self }
    }

    /// The name of the variable.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ApplicationSid;
    ///
    /// let error = ApplicationSid::from_env("NO_SUCH_VARIABLE").unwrap_err();
    /// assert_eq!(error.variable(), "NO_SUCH_VARIABLE");
    /// ```
    #[must_use]
    pub fn variable(&self) -> &str {
        &self.variable
    }

    /// A second variable that the error is about: the one whose value differs, one that is missing or empty too, or one
    /// that is set but is not read without being asked for, such as `API_KEY`.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use std::ffi::OsString;
    /// use twilio_capability::AccountCredentials;
    ///
    /// let error = AccountCredentials::from_vars(|name| match name {
    ///     "ACCOUNT_SID" => Some(OsString::from("AC00000000000000000000000000000000")),
    ///     _ => None,
    /// })
    /// .unwrap_err();
    /// assert_eq!((error.variable(), error.other_variable()), ("TWILIO_ACCOUNT_SID", Some("ACCOUNT_SID")));
    /// assert_eq!(
    ///     error.to_string(),
    ///     "the environment variable TWILIO_ACCOUNT_SID is not set, but ACCOUNT_SID is"
    /// );
    /// ```
    #[must_use]
    pub fn other_variable(&self) -> Option<&str> {
        self.other.as_deref()
    }

    /// What is wrong.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ApplicationSid, EnvErrorKind};
    ///
    /// let error = ApplicationSid::from_env("NO_SUCH_VARIABLE").unwrap_err();
    /// assert_eq!(error.kind(), EnvErrorKind::Missing);
    /// ```
    #[must_use]
    pub fn kind(&self) -> EnvErrorKind {
        self.kind
    }

    /// What to do about it.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ApplicationSid;
    ///
    /// let error = ApplicationSid::from_env("NO_SUCH_VARIABLE").unwrap_err();
    /// assert_eq!(error.help(), "set NO_SUCH_VARIABLE before the program starts");
    /// ```
    #[must_use]
    pub fn help(&self) -> &str {
        &self.help
    }
}

impl fmt::Display for EnvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let variable = shown(&self.variable);
        let other = self.other.as_deref().map(shown);
        match (self.kind, other) {
            (EnvErrorKind::Conflict, Some(other)) => {
                return write!(f, "the environment variables {variable} and {other} have different values");
            }
            (kind, Some(other)) if self.other_kind.is_some() => {
                let are = match (kind, self.other_kind) {
                    (EnvErrorKind::Missing, Some(EnvErrorKind::Missing)) => "not set",
                    (EnvErrorKind::Empty, Some(EnvErrorKind::Empty)) => "empty",
                    _ => "not set or empty",
                };
                return write!(f, "the environment variables {variable} and {other} are {are}");
            }
            (EnvErrorKind::Missing, Some(other)) => {
                return write!(f, "the environment variable {variable} is not set, but {other} is");
            }
            _ => {}
        }
        let says = match self.kind {
            EnvErrorKind::Missing => "is not set",
            EnvErrorKind::Empty => "is empty",
            EnvErrorKind::NotUnicode => "is not Unicode",
            EnvErrorKind::Conflict => "has a different value under another name",
            EnvErrorKind::Placeholder => "holds a placeholder",
            EnvErrorKind::Invalid => "is not valid",
        };
        write!(f, "the environment variable {variable} {says}")
    }
}

/// The name of a variable as it is shown. A caller can pass any string as a name.
pub(super) fn shown(variable: &str) -> EscapeDebug<'_> {
    variable.escape_debug()
}

impl Error for EnvError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_ref().map(|source| &**source as _)
    }
}

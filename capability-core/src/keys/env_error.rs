use std::error::Error;
use std::fmt;
use std::iter;
use std::str::EscapeDebug;

/// Why a value could not be taken from the environment. It names each variable that is missing, and contains no character of a
/// value.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::AccountCredentials;
///
/// let error = AccountCredentials::from_vars(|_| None).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "the environment variables TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are not set"
/// );
/// ```
#[derive(Debug)]
pub struct EnvError {
    first: Box<Variable>,
    /// The others, if all of them are missing or empty.
    rest: Vec<Variable>,
    help: String,
    source: Option<Box<dyn Error + Send + Sync>>,
}

/// A variable, and what is wrong with it.
#[derive(Debug)]
struct Variable {
    name: String,
    kind: EnvErrorKind,
    /// Another name of the same value: with another value, empty too, or only mentioned.
    other: Option<String>,
    /// The call that reads the name that is only mentioned.
    call: Option<String>,
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
    pub(super) fn new(name: &str, kind: EnvErrorKind, help: impl Into<String>) -> Self {
        let first = Variable { name: name.to_owned(), kind, other: None, call: None };
        Self { first: Box::new(first), rest: Vec::new(), help: help.into(), source: None }
    }

    /// An error about a value that is set under another name, which only `call` reads.
    pub(super) fn misnamed(name: &str, other: &str, call: String) -> Self {
        let help = format!("rename {other} to {name}, or read it with `{call}`");
        let mut error = Self::new(name, EnvErrorKind::Missing, help).with_other(other);
        error.first.call = Some(call);
        error
    }

    pub(super) fn with_other(mut self, other: &str) -> Self {
        self.first.other = Some(other.to_owned());
        self
    }

    /// Names the variables of both errors if all of them are missing or empty. Otherwise this error, which is about the first.
    pub(super) fn and(mut self, other: Self) -> Self {
        if self.first.is_absent() && other.first.is_absent() {
            self.rest.push(*other.first);
            self.help = self.help_for_all();
        }
        self
    }

    fn help_for_all(&self) -> String {
        let renames = self.all().filter_map(Variable::misnamed);
        let renames: Vec<_> = renames.map(|(name, other)| format!("{other} to {name}")).collect();
        let unset = self.all().filter(|variable| variable.misnamed().is_none());
        let unset: Vec<_> = unset.map(|variable| shown(&variable.name)).collect();
        match (&*renames, &*unset) {
            ([], _) => format!("set {} before the program starts", listed(&unset)),
            (_, []) => match &self.first.call {
                Some(call) if self.rest.iter().all(|variable| variable.call.as_ref() == Some(call)) => {
                    format!("rename {}, or read them with `{call}`", listed(&renames))
                }
                _ => format!("rename {}", listed(&renames)),
            },
            _ => format!("rename {}, and set {} before the program starts", listed(&renames), listed(&unset)),
        }
    }

    fn all(&self) -> impl Iterator<Item = &Variable> {
        iter::once(&*self.first).chain(&self.rest)
    }

    pub(super) fn with_source(self, source: Box<dyn Error + Send + Sync>) -> Self {
        Self { source: Some(source), ..self }
    }

    /// The name of the variable, or of the first one if several are missing or empty.
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
        &self.first.name
    }

    /// The names of all variables that are missing or empty. If something else is wrong, the name of the variable alone.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ApiKeyCredentials;
    ///
    /// let error = ApiKeyCredentials::from_vars(|_| None).unwrap_err();
    /// let names: Vec<&str> = error.variables().collect();
    /// assert_eq!(names, ["TWILIO_ACCOUNT_SID", "TWILIO_API_KEY", "TWILIO_API_SECRET"]);
    /// ```
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.all().map(|variable| &*variable.name)
    }

    /// Another name for the value of [`variable`](Self::variable): one that has a different value, one that is empty too, or
    /// one that is set but is not read without being asked for, such as `API_KEY`.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use std::ffi::OsString;
    /// use twilio_capability::AccountCredentials;
    ///
    /// let error = AccountCredentials::from_vars(|name| match name {
    ///     "ACCOUNT_SID" => Some(OsString::from("AC00000000000000000000000000000000")),
    ///     "TWILIO_AUTH_TOKEN" => Some(OsString::from("not_a_real_auth_token")),
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
        self.first.other.as_deref()
    }

    /// What is wrong with [`variable`](Self::variable).
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
        self.first.kind
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

impl Variable {
    fn is_absent(&self) -> bool {
        matches!(self.kind, EnvErrorKind::Missing | EnvErrorKind::Empty)
    }

    /// The name, and the one that is only mentioned, if the value is set under that.
    fn misnamed(&self) -> Option<(&str, &str)> {
        let other = self.other.as_deref().filter(|_| self.kind == EnvErrorKind::Missing)?;
        Some((&self.name, other))
    }
}

impl fmt::Display for EnvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Variable { name, kind, other, .. } = &*self.first;
        let variable = shown(name);
        let says = match (kind, other) {
            (EnvErrorKind::Missing | EnvErrorKind::Empty, _) => return self.absent(f),
            (EnvErrorKind::Conflict, Some(other)) => {
                let other = shown(other);
                return write!(f, "the environment variables {variable} and {other} have different values");
            }
            (EnvErrorKind::Conflict, None) => "has a different value under another name",
            (EnvErrorKind::NotUnicode, _) => "is not Unicode",
            (EnvErrorKind::Placeholder, _) => "holds a placeholder",
            (EnvErrorKind::Invalid, _) => "is not valid",
        };
        write!(f, "the environment variable {variable} {says}")
    }
}

impl EnvError {
    /// What is missing or empty, and the names under which it is set instead.
    fn absent(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut names: Vec<_> = self.variables().map(shown).collect();
        if let (EnvErrorKind::Empty, Some(other), []) = (self.first.kind, &self.first.other, &*self.rest) {
            names.push(shown(other));
        }
        let are_all = |kind| self.all().all(|variable| variable.kind == kind);
        let state = if are_all(EnvErrorKind::Missing) {
            "not set"
        } else if are_all(EnvErrorKind::Empty) {
            "empty"
        } else {
            "not set or empty"
        };
        let noun = if names.len() == 1 { "variable" } else { "variables" };
        write!(f, "the environment {noun} {} {} {state}", listed(&names), is_or_are(&names))?;
        let others: Vec<_> =
            self.all().filter_map(Variable::misnamed).map(|(_, other)| shown(other)).collect();
        if others.is_empty() {
            return Ok(());
        }
        let set = if state == "not set" { "" } else { " set" };
        write!(f, ", but {} {}{set}", listed(&others), is_or_are(&others))
    }
}

fn is_or_are<T>(list: &[T]) -> &'static str {
    if list.len() == 1 { "is" } else { "are" }
}

/// `A`, `A and B`, `A, B and C`.
fn listed(list: &[impl fmt::Display]) -> String {
    let mut text = String::new();
    for (n, item) in list.iter().enumerate() {
        text += match n {
            0 => "",
            _ if n + 1 == list.len() => " and ",
            _ => ", ",
        };
        text += &item.to_string();
    }
    text
}

/// The name of a variable as it is shown. A caller can pass any string as a name.
pub(super) fn shown(variable: &str) -> EscapeDebug<'_> {
    variable.escape_debug()
}

/// Both values. If both are missing, the error names both.
pub(super) fn both<A, B>(one: Result<A, EnvError>, other: Result<B, EnvError>) -> Result<(A, B), EnvError> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(error), Ok(_)) | (Ok(_), Err(error)) => Err(error),
        (Err(error), Err(other)) => Err(error.and(other)),
    }
}

impl Error for EnvError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_ref().map(|source| &**source as _)
    }
}

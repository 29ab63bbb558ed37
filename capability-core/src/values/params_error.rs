use std::error::Error;
use std::fmt;

use twilio_capability_rules::Message;
use twilio_capability_rules::string::{StringError, StringErrorKind, StringRule};

use super::json_error::{JsonError, JsonErrorKind};

/// Why names and values are not the parameters of a token. It says which name is wrong.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{Params, ParamsError};
///
/// let error: ParamsError = Params::try_from_iter([("user id", 7)]).unwrap_err();
/// assert_eq!(error.name(), "user id");
/// assert_eq!(error.to_string(), "`user id` cannot be a parameter name: character 5 is a space");
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParamsError {
    name: String,
    /// The number of parameters before this one.
    before: usize,
    fault: Fault,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Fault {
    Name(StringError),
    Repeated,
    Value(JsonError),
}

/// What is wrong with a parameter.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{OutgoingParams, ParamsErrorKind};
///
/// let error = OutgoingParams::try_from_iter([("plan", "free"), ("plan", "paid")]).unwrap_err();
/// assert_eq!(error.kind(), ParamsErrorKind::Repeated);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum ParamsErrorKind {
    /// It breaks the rule for the name of a parameter. This is the part of the rule.
    Name(StringErrorKind),
    /// It occurs twice.
    Repeated,
    /// Its value is JSON that is not accepted. This is the kind of the error.
    Value(JsonErrorKind),
}

impl ParamsError {
    /// Checks a name that comes after `before` others.
    pub(crate) fn check(name: &str, before: usize) -> Result<(), Self> {
        StringRule::PARAM_NAME.check_at_run_time(name).map_err(|error| Self {
            name: name.to_owned(),
            before,
            fault: Fault::Name(error),
        })
    }

    pub(crate) fn repeated(name: &str, before: usize) -> Self {
        Self { name: name.to_owned(), before, fault: Fault::Repeated }
    }

    pub(crate) fn value(name: &str, before: usize, error: JsonError) -> Self {
        Self { name: name.to_owned(), before, fault: Fault::Value(error) }
    }

    /// The name that is wrong, or the name of the value that is wrong.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Params;
    ///
    /// assert_eq!(Params::try_from_iter([("CallSid", 7)]).unwrap_err().name(), "CallSid");
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What is wrong with it.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{Params, ParamsErrorKind, StringErrorKind};
    ///
    /// let error = Params::try_from_iter([("To", 7)]).unwrap_err();
    /// assert_eq!(error.kind(), ParamsErrorKind::Name(StringErrorKind::Reserved("To")));
    /// ```
    #[must_use]
    pub fn kind(&self) -> ParamsErrorKind {
        match self.fault {
            Fault::Name(error) => ParamsErrorKind::Name(error.kind()),
            Fault::Repeated => ParamsErrorKind::Repeated,
            Fault::Value(error) => ParamsErrorKind::Value(error.kind()),
        }
    }

    /// What to do about it.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Params;
    ///
    /// let error = Params::try_from_iter([("To", 7)]).unwrap_err();
    /// assert_eq!(error.help().as_str(), "choose another name, for example `my_To`");
    /// ```
    #[must_use]
    pub fn help(&self) -> Message {
        match self.fault {
            Fault::Name(error) => error.help(),
            Fault::Repeated => Message::new().str("give each parameter one value"),
            Fault::Value(error) => Message::new().str(error.help()),
        }
    }
}

impl fmt::Display for ParamsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = Message::new().quoted(&self.name);
        let error = match self.fault {
            Fault::Name(error) => error,
            Fault::Repeated => return write!(f, "the parameter `{name}` occurs twice"),
            Fault::Value(error) => {
                return write!(f, "the value of the parameter `{name}` is not accepted: {error}");
            }
        };
        match error.kind() {
            StringErrorKind::Empty => write!(f, "the name of parameter {} is empty", self.before + 1),
            StringErrorKind::Character(c) => {
                let before =
                    self.name.get(..error.position().start).map_or(0, |before| before.chars().count());
                let character = Message::new().character(c);
                write!(f, "`{name}` cannot be a parameter name: character {} is {character}", before + 1)
            }
            _ => error.fmt(f),
        }
    }
}

impl Error for ParamsError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_error_names_the_parameter() {
        let says = |name: &str| ParamsError::check(name, 2).unwrap_err().to_string();
        assert_eq!(says(""), "the name of parameter 3 is empty");
        assert_eq!(says("é b"), "`é b` cannot be a parameter name: character 2 is a space");
        assert_eq!(
            says("a\u{200B}"),
            "`a·` cannot be a parameter name: character 2 is the invisible character U+200B"
        );
        assert_eq!(says("To"), "the parameter `To` would shadow the `To` that Twilio adds");
        assert_eq!(ParamsError::repeated("a", 2).to_string(), "the parameter `a` occurs twice");
        assert!(ParamsError::check("a", 0).is_ok());
    }

    #[test]
    fn each_error_says_what_to_do() {
        assert!(
            ParamsError::check("a b", 0).unwrap_err().help().as_str().starts_with("a parameter name has")
        );
        assert_eq!(ParamsError::repeated("a", 1).help().as_str(), "give each parameter one value");
    }
}

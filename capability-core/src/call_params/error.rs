use std::error::Error;
use std::fmt;

use twilio_capability_rules::Message;

/// Why received parameters are not those that a type declares. It says which parameter is wrong.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use std::error::Error;
///
/// use twilio_capability::{CallParamsError, ReceivedParams};
///
/// let received = ReceivedParams::from_iter([("user_id", "seven")]);
/// let error: CallParamsError = received.parse::<u64>("user_id").unwrap_err();
/// assert_eq!(error.to_string(), "the parameter `user_id` cannot be read");
/// assert_eq!(error.source().unwrap().to_string(), "invalid digit found in string");
/// ```
#[derive(Debug)]
pub struct CallParamsError {
    name: String,
    fault: Fault,
}

#[derive(Debug)]
enum Fault {
    Missing,
    Repeated,
    Malformed(Box<dyn Error + Send + Sync>),
}

/// What is wrong with a received parameter.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{CallParamsErrorKind, ReceivedParams};
///
/// let received = ReceivedParams::from_iter([("plan", "free"), ("plan", "paid")]);
/// let error = received.parse::<String>("plan").unwrap_err();
/// assert_eq!(error.kind(), CallParamsErrorKind::Repeated);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum CallParamsErrorKind {
    /// It is not there.
    Missing,
    /// It is there more than once.
    Repeated,
    /// Its type refuses the value. The error's source says why.
    Malformed,
}

impl CallParamsError {
    pub(crate) fn missing(name: &str) -> Self {
        Self { name: name.to_owned(), fault: Fault::Missing }
    }

    pub(crate) fn repeated(name: &str) -> Self {
        Self { name: name.to_owned(), fault: Fault::Repeated }
    }

    pub(crate) fn malformed(name: &str, source: Box<dyn Error + Send + Sync>) -> Self {
        Self { name: name.to_owned(), fault: Fault::Malformed(source) }
    }

    /// The name of the parameter.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ReceivedParams;
    ///
    /// let error = ReceivedParams::default().parse::<u64>("user_id").unwrap_err();
    /// assert_eq!(error.name(), "user_id");
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What is wrong with it.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{CallParamsErrorKind, ReceivedParams};
    ///
    /// let error = ReceivedParams::default().parse::<u64>("user_id").unwrap_err();
    /// assert_eq!(error.kind(), CallParamsErrorKind::Missing);
    /// ```
    #[must_use]
    pub fn kind(&self) -> CallParamsErrorKind {
        match self.fault {
            Fault::Missing => CallParamsErrorKind::Missing,
            Fault::Repeated => CallParamsErrorKind::Repeated,
            Fault::Malformed(_) => CallParamsErrorKind::Malformed,
        }
    }

    /// What to do about it.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ReceivedParams;
    ///
    /// let error = ReceivedParams::default().parse::<u64>("user_id").unwrap_err();
    /// assert_eq!(error.help(), "if calls without it are right, read it as an `Option`");
    /// ```
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self.fault {
            Fault::Missing => "if calls without it are right, read it as an `Option`",
            Fault::Repeated => {
                "refuse the call: the page may have added the parameter to the call that the token allows"
            }
            Fault::Malformed(_) => "refuse the call: the page can give a parameter any value",
        }
    }
}

impl fmt::Display for CallParamsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = Message::new().quoted(&self.name);
        match self.fault {
            Fault::Missing => write!(f, "the parameter `{name}` is missing"),
            Fault::Repeated => write!(f, "the parameter `{name}` is there more than once"),
            Fault::Malformed(_) => write!(f, "the parameter `{name}` cannot be read"),
        }
    }
}

impl Error for CallParamsError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.fault {
            Fault::Malformed(source) => Some(&**source),
            Fault::Missing | Fault::Repeated => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_error_names_the_parameter() {
        let errors = [
            (CallParamsError::missing("a"), "the parameter `a` is missing"),
            (CallParamsError::repeated("a"), "the parameter `a` is there more than once"),
            (CallParamsError::malformed("a\n", "why".into()), "the parameter `a·` cannot be read"),
        ];
        for (error, sentence) in errors {
            assert_eq!(error.to_string(), sentence);
            assert_eq!(error.source().is_some(), error.kind() == CallParamsErrorKind::Malformed);
            assert!(!error.help().is_empty());
        }
    }
}

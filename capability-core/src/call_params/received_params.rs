use std::fmt;
use std::str::FromStr;

use super::error::CallParamsError;
use super::into_param_error::IntoParamError;
use super::shown;

/// The parameters of a request, as they arrived: in order, with any name, and with names that occur more than once.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::ReceivedParams;
///
/// let params = ReceivedParams::from_iter([("From", "client:john"), ("user_id", "42")]);
/// assert_eq!(params.get("user_id"), Some("42"));
/// assert_eq!(params.get("plan"), None);
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
pub struct ReceivedParams {
    /// All names and values, one after the other.
    text: String,
    /// Where each name and its value end.
    ends: Vec<(usize, usize)>,
}

impl ReceivedParams {
    /// Makes room for so many parameters, and for all their names and values in so many bytes.
    #[cfg(feature = "webhook")]
    pub(crate) fn with_capacity(params: usize, bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), ends: Vec::with_capacity(params) }
    }

    pub(crate) fn push(&mut self, name: &str, value: &str) {
        self.text.push_str(name);
        let name_end = self.text.len();
        self.text.push_str(value);
        self.ends.push((name_end, self.text.len()));
    }

    /// The first value of this name.
    ///
    /// A name can occur more than once, for example because the page added a parameter of the same name. Use
    /// [`get_all`](Self::get_all) where that matters. [`parse`](Self::parse) refuses such a name.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ReceivedParams;
    ///
    /// let params = ReceivedParams::from_iter([("user_id", "42"), ("user_id", "7")]);
    /// assert_eq!(params.get("user_id"), Some("42"));
    /// ```
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(found, _)| *found == name).map(|(_, value)| value)
    }

    /// All values of this name, in the order of arrival.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ReceivedParams;
    ///
    /// let params = ReceivedParams::from_iter([("user_id", "42"), ("user_id", "7")]);
    /// assert!(params.get_all("user_id").eq(["42", "7"]));
    /// ```
    pub fn get_all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.iter().filter(move |(found, _)| *found == name).map(|(_, value)| value)
    }

    /// All names and values, in the order of arrival.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ReceivedParams;
    ///
    /// let params = ReceivedParams::from_iter([("From", "client:john")]);
    /// assert!(params.iter().eq([("From", "client:john")]));
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> + '_ {
        let mut start = 0;
        self.ends.iter().map(move |&(name_end, value_end)| {
            let part = |from, to| self.text.get(from..to).unwrap_or_default();
            let param = (part(start, name_end), part(name_end, value_end));
            start = value_end;
            param
        })
    }

    /// Parses the parameter of this name, which has to be there exactly once.
    ///
    /// # Errors
    ///
    /// The parameter is missing, is there more than once, or `T` refuses its value.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{CallParamsErrorKind, ReceivedParams};
    ///
    /// let received = ReceivedParams::from_iter([("user_id", "7")]);
    /// assert_eq!(received.parse::<u64>("user_id")?, 7);
    /// assert_eq!(received.parse::<u64>("seat").unwrap_err().kind(), CallParamsErrorKind::Missing);
    /// # Ok::<(), twilio_capability::CallParamsError>(())
    /// ```
    pub fn parse<T>(&self, name: &str) -> Result<T, CallParamsError>
    where
        T: FromStr<Err: IntoParamError>,
    {
        self.parse_optional(name)?.ok_or_else(|| CallParamsError::missing(name))
    }

    /// Parses the parameter of this name, which can be absent. An empty value is not absent.
    ///
    /// # Errors
    ///
    /// The parameter is there more than once, or `T` refuses its value.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ReceivedParams;
    ///
    /// let received = ReceivedParams::from_iter([("seat", "7"), ("plan", "")]);
    /// assert_eq!(received.parse_optional::<u64>("seat")?, Some(7));
    /// assert_eq!(received.parse_optional::<u64>("user_id")?, None);
    /// assert_eq!(received.parse_optional("plan")?, Some(String::new()));
    /// # Ok::<(), twilio_capability::CallParamsError>(())
    /// ```
    pub fn parse_optional<T>(&self, name: &str) -> Result<Option<T>, CallParamsError>
    where
        T: FromStr<Err: IntoParamError>,
    {
        self.parse_optional_with(name, str::parse)
    }

    pub(super) fn parse_optional_with<T, E: IntoParamError>(
        &self,
        name: &str,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<Option<T>, CallParamsError> {
        let value = self.once(name)?.map(parse).transpose();
        value.map_err(|error| CallParamsError::malformed(name, error.into()))
    }

    /// The value of the parameter of this name, which must not be there more than once.
    pub(crate) fn once(&self, name: &str) -> Result<Option<&str>, CallParamsError> {
        let mut values = self.get_all(name);
        let first = values.next();
        match values.next() {
            Some(_) => Err(CallParamsError::repeated(name)),
            None => Ok(first),
        }
    }

    /// The number of parameters.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ReceivedParams;
    ///
    /// assert_eq!(ReceivedParams::from_iter([("a", "1"), ("a", "1")]).len(), 2);
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are no parameters.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ReceivedParams;
    ///
    /// assert!(ReceivedParams::default().is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

/// Parameters for a test of a handler. Only a verified webhook proves that Twilio sent them.
impl<N: AsRef<str>, V: AsRef<str>> FromIterator<(N, V)> for ReceivedParams {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(params: I) -> Self {
        let mut received = Self::default();
        for (name, value) in params {
            received.push(name.as_ref(), value.as_ref());
        }
        received
    }
}

impl fmt::Debug for ReceivedParams {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().map(shown)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::super::CallParamsErrorKind;
    use super::*;

    #[test]
    fn every_parameter_counts() {
        let received = ReceivedParams::from_iter([("a", "1"), ("a", ""), ("", "")]);
        assert_eq!((received.len(), received.is_empty()), (3, false));
        assert_eq!((ReceivedParams::default().len(), ReceivedParams::default().is_empty()), (0, true));
    }

    #[test]
    fn a_value_is_parsed_only_if_its_name_is_there_once() {
        let received = ReceivedParams::from_iter([("a", "1"), ("b", "2"), ("a", "1"), ("c", "x"), ("", "4")]);
        let kind = |name| received.parse::<u8>(name).unwrap_err().kind();
        assert_eq!(kind("a"), CallParamsErrorKind::Repeated);
        assert_eq!(kind("c"), CallParamsErrorKind::Malformed);
        assert_eq!(kind("A"), CallParamsErrorKind::Missing);
        assert_eq!((received.parse::<u8>("b").unwrap(), received.parse::<u8>("").unwrap()), (2, 4));
        assert_eq!(received.parse_optional::<u8>("d").unwrap(), None);
        assert_eq!(received.parse_optional::<u8>("a").unwrap_err().kind(), CallParamsErrorKind::Repeated);
        assert_eq!(received.parse_optional::<u8>("c").unwrap_err().kind(), CallParamsErrorKind::Malformed);
    }
}

use std::error::Error;
use std::str::FromStr;

use super::error::CallParamsError;

/// The parameters that a webhook received: names and values in the order of their arrival.
///
/// It holds any name, and a name can be there more than once. It proves nothing about where the parameters come from: only
/// a verified webhook does, and the page can add parameters to that too.
///
/// A test of a handler can collect them from names and values:
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::ReceivedParams;
///
/// let received = ReceivedParams::from_iter([("CallSid", "CA00000000000000000000000000000000"), ("user_id", "7")]);
/// assert_eq!(received.get("user_id"), Some("7"));
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReceivedParams {
    pairs: Vec<(String, String)>,
}

impl ReceivedParams {
    /// The value of the first parameter of this name. [`parse`](Self::parse) refuses a name that is there more than once.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ReceivedParams;
    ///
    /// let received = ReceivedParams::from_iter([("plan", "free"), ("plan", "paid")]);
    /// assert_eq!(received.get("plan"), Some("free"));
    /// assert_eq!(received.get("user_id"), None);
    /// ```
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.get_all(name).next()
    }

    /// The values of all parameters of this name, in the order of their arrival.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ReceivedParams;
    ///
    /// let received = ReceivedParams::from_iter([("plan", "free"), ("user_id", "7"), ("plan", "paid")]);
    /// assert_eq!(received.get_all("plan").collect::<Vec<_>>(), ["free", "paid"]);
    /// ```
    pub fn get_all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.iter().filter(move |(other, _)| *other == name).map(|(_, value)| value)
    }

    /// All names and values, in the order of their arrival.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ReceivedParams;
    ///
    /// let received = ReceivedParams::from_iter([("plan", "free"), ("plan", "paid")]);
    /// assert_eq!(received.iter().collect::<Vec<_>>(), [("plan", "free"), ("plan", "paid")]);
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))
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
        T: FromStr<Err: Into<Box<dyn Error + Send + Sync>>>,
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
        T: FromStr<Err: Into<Box<dyn Error + Send + Sync>>>,
    {
        self.once(name)?
            .map(|value| {
                value.parse().map_err(|error: T::Err| CallParamsError::malformed(name, error.into()))
            })
            .transpose()
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

    /// What a request contained, already decoded.
    pub(crate) fn from_pairs(pairs: Vec<(String, String)>) -> Self {
        Self { pairs }
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for ReceivedParams {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        Self::from_pairs(pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::super::error::CallParamsErrorKind;
    use super::*;

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

use std::fmt;

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
pub struct ReceivedParams(Vec<(String, String)>);

impl ReceivedParams {
    /// The first value of this name.
    ///
    /// A name can occur more than once, for example because the page added a parameter of the same name. Use
    /// [`get_all`](Self::get_all) where that matters.
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
    pub fn get_all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> + 'a {
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
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
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
        self.0.len()
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
        self.0.is_empty()
    }
}

/// Parameters for a test of a handler. Only a verified webhook proves that Twilio sent them.
impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for ReceivedParams {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(params: I) -> Self {
        Self(params.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

impl fmt::Debug for ReceivedParams {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

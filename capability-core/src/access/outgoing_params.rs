use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::{self, Display, Write};

use serde_json::Value;

use super::to_json::ToJson;
use crate::call_params::{CallParams, ParamsWriter};
use crate::jwt::Object;
use crate::values::{ParamName, ParamsError};

/// The parameters of a Voice grant's calls, which Twilio hands to the application's webhook.
///
/// Values are JSON. For a value of your own type, use `serde_json::to_value`, which returns an error for what cannot be
/// written.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{OutgoingParams, ParamName};
///
/// const USER_ID: ParamName = ParamName::from_static("user_id");
///
/// let params = OutgoingParams::new().param(USER_ID, 7).param("tags".parse()?, vec!["a", "b"]);
/// assert_eq!(params.len(), 2);
/// # Ok::<(), twilio_capability::StringError>(())
/// ```
#[derive(Clone, PartialEq, Default)]
pub struct OutgoingParams {
    list: Vec<(Cow<'static, str>, Value)>,
}

impl OutgoingParams {
    /// None yet.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::OutgoingParams;
    ///
    /// assert_eq!(OutgoingParams::new().len(), 0);
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Parameters whose names are known only at run time, for example those of a map.
    ///
    /// # Errors
    ///
    /// The first name that is not a [`ParamName`] or occurs a second time.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use std::collections::BTreeMap;
    ///
    /// use twilio_capability::OutgoingParams;
    ///
    /// let settings = BTreeMap::from([("plan", "free"), ("user_id", "7")]);
    /// let params = OutgoingParams::try_from_iter(settings)?;
    /// assert_eq!(params.len(), 2);
    ///
    /// let error = OutgoingParams::try_from_iter([("From", "john")]).unwrap_err();
    /// assert_eq!(error.to_string(), "the parameter `From` would shadow the `From` that Twilio adds");
    /// # Ok::<(), twilio_capability::ParamsError>(())
    /// ```
    pub fn try_from_iter<N: AsRef<str>, V: ToJson>(
        params: impl IntoIterator<Item = (N, V)>,
    ) -> Result<Self, ParamsError> {
        let mut list = Vec::new();
        let mut seen = HashSet::new();
        for (name, value) in params {
            let name = name.as_ref();
            ParamsError::check(name, list.len())?;
            if !seen.insert(name.to_owned()) {
                return Err(ParamsError::repeated(name, list.len()));
            }
            list.push((name.to_owned().into(), value.to_json()));
        }
        Ok(Self { list })
    }

    /// Adds a parameter. A name that is given again replaces the earlier value.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{OutgoingParams, ParamName};
    ///
    /// const USER_ID: ParamName = ParamName::from_static("user_id");
    ///
    /// let params = OutgoingParams::new().param(USER_ID, 7).param(USER_ID, "eight");
    /// assert_eq!(format!("{params:?}"), r#"{"user_id": String("eight")}"#);
    /// ```
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "the argument reads as `format!`'s do")]
    pub fn param(self, name: ParamName, value: impl ToJson) -> Self {
        self.with(name.as_str().to_owned(), value.to_json())
    }

    /// As [`OutgoingParams::param`], for a name that has been one already.
    pub(super) fn with(mut self, name: String, value: Value) -> Self {
        self.set(name, value);
        self
    }

    fn set(&mut self, name: String, value: Value) {
        self.list.retain(|(other, _)| *other != name);
        self.list.push((name.into(), value));
    }

    /// The names and values, in the order they were given in.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{OutgoingParams, ParamName};
    ///
    /// let params = OutgoingParams::new()
    ///     .param(ParamName::from_static("user_id"), 7)
    ///     .param(ParamName::from_static("beta"), true);
    /// let names: Vec<&str> = params.iter().map(|(name, _)| name).collect();
    /// assert_eq!(names, ["user_id", "beta"]);
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> + '_ {
        self.list.iter().map(|(name, value)| (name.as_ref(), value))
    }

    /// How many there are.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{OutgoingParams, ParamName};
    ///
    /// let params = OutgoingParams::new().param(ParamName::from_static("user_id"), 7);
    /// assert_eq!(params.len(), 1);
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{OutgoingParams, ParamName};
    ///
    /// assert!(OutgoingParams::new().is_empty());
    /// assert!(!OutgoingParams::new().param(ParamName::from_static("user_id"), 7).is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(super) fn write(&self, object: &mut Object<'_>) {
        self.iter().for_each(|(name, value)| object.value(name, value));
    }
}

/// The fields that have a value, each as a JSON string.
impl<P: CallParams> From<&P> for OutgoingParams {
    fn from(declared: &P) -> Self {
        let mut params = Self::new();
        let mut set = |name: ParamName, value: &dyn Display| params.set(name.into(), written(value).into());
        declared.write_params(&mut ParamsWriter::new(&mut set));
        params
    }
}

/// The `Display` of `value`. A value that fails halfway must not pass for a shorter one, so it is empty.
fn written(value: &dyn Display) -> String {
    let mut text = String::new();
    match write!(text, "{value}") {
        Ok(()) => text,
        Err(fmt::Error) => String::new(),
    }
}

impl fmt::Debug for OutgoingParams {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_occurs_once_and_the_last_value_wins() {
        const A: ParamName = ParamName::from_static("a");
        let params = OutgoingParams::new().param(A, 1).param("b".parse().unwrap(), 2).param(A, "3");
        assert_eq!(format!("{params:?}"), r#"{"b": Number(2), "a": String("3")}"#);
        assert!(!params.is_empty() && OutgoingParams::new().is_empty());
    }

    #[test]
    fn parameters_of_an_iterator_are_those_that_are_added_one_by_one() {
        const A: ParamName = ParamName::from_static("a");
        const B: ParamName = ParamName::from_static("b");
        let params = OutgoingParams::try_from_iter([("a", 1), ("b", 2)]).unwrap();
        assert_eq!(params, OutgoingParams::new().param(A, 1).param(B, 2));
        assert_eq!(OutgoingParams::try_from_iter([("a", 1); 0]).unwrap(), OutgoingParams::new());
        assert_eq!(OutgoingParams::try_from_iter([("a", 1), ("", 2)]).unwrap_err().name(), "");
        assert_eq!(OutgoingParams::try_from_iter([("a", 1), ("a", 2)]).unwrap_err().name(), "a");
    }
}

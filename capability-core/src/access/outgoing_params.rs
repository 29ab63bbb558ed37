use std::borrow::Cow;
use std::fmt;

use serde_json::Value;

use super::to_json::ToJson;
use crate::jwt::Object;
use crate::values::ParamName;

/// The parameters of a Voice grant's calls, which Twilio hands to the application's webhook.
///
/// Values are JSON. Where they come from a type of one's own, `serde_json::to_value` makes them, and says what cannot
/// be written.
///
/// ```
/// use twilio_capability_core::{OutgoingParams, ParamName};
///
/// const USER_ID: ParamName = ParamName::from_static("user_id");
///
/// let params = OutgoingParams::new().param(USER_ID, 7).param("tags".parse()?, vec!["a", "b"]);
/// assert_eq!(params.len(), 2);
/// # Ok::<(), twilio_capability_core::StringError>(())
/// ```
#[derive(Clone, PartialEq, Default)]
pub struct OutgoingParams {
    list: Vec<(Cow<'static, str>, Value)>,
}

impl OutgoingParams {
    /// None yet.
    ///
    /// ```
    /// # use twilio_capability_core::OutgoingParams;
    /// assert_eq!(OutgoingParams::new().len(), 0);
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a parameter. A name that is given again replaces the earlier value.
    ///
    /// ```
    /// # use twilio_capability_core::{OutgoingParams, ParamName};
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
        self.list.retain(|(other, _)| *other != name);
        self.list.push((name.into(), value));
        self
    }

    /// The names and values, in the order they were given in.
    ///
    /// ```
    /// # use twilio_capability_core::{OutgoingParams, ParamName};
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
    /// # use twilio_capability_core::{OutgoingParams, ParamName};
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
    /// # use twilio_capability_core::{OutgoingParams, ParamName};
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
}

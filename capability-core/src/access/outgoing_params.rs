use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::{self, Display};

use serde_json::{Map, Value};

use super::json::{Json, discard};
use super::to_json::{ToJson, shallow_json};
use crate::call_params::{CallParams, PROOF, ParamsWriter, written};
use crate::jwt::Object;
use crate::values::{ParamName, ParamsError, last_of_each};

/// The parameters of a Voice grant's calls, which Twilio hands to the application's webhook.
///
/// Values are JSON. For a value of your own type, use `Json::try_from(serde_json::to_value(&value)?)?`, which returns an error for
/// what cannot be written or read.
///
/// A token of more than 16 KiB is refused by most HTTP servers, and read only by a verifier with a larger
/// [`max_len`](crate::Verifier::max_len).
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
#[derive(Clone, Default)]
pub struct OutgoingParams {
    /// If there are many, an entry is only added, and an earlier one of its name no longer counts. An entry without a value is a
    /// name that was removed.
    list: Vec<(Cow<'static, str>, Option<Value>)>,
    /// How many of them had different names when that was last made sure of.
    unique: usize,
}

/// Up to this number of parameters, an earlier one is looked for when another is added.
const FEW: usize = 16;

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

    /// Parameters whose names are known only at run time, for example those of a map. `None` leaves a parameter out.
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
            ParamsError::check(name, seen.len())?;
            if !seen.insert(name.to_owned()) {
                return Err(ParamsError::repeated(name, seen.len()));
            }
            list.extend(shallow_json(&value).map(|value| (name.to_owned().into(), Some(value))));
        }
        Ok(Self { unique: list.len(), list })
    }

    /// Adds a parameter. A name that is given again replaces the earlier value.
    ///
    /// `None` leaves the parameter out, also if an earlier value has its name. For JSON's `null`, pass a [`Json`](crate::Json).
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
    pub fn param(mut self, name: ParamName, value: impl ToJson) -> Self {
        self.set(name.into(), shallow_json(&value));
        self
    }

    /// As [`OutgoingParams::param`], for a name that has been one already.
    pub(crate) fn with(mut self, name: String, value: Value) -> Self {
        self.set(name, Some(value));
        self
    }

    /// Adds a parameter after the others, if it has a value; one of the same name is removed in any case.
    fn set(&mut self, name: String, value: Option<Value>) {
        if self.list.len() <= FEW {
            self.list.retain(|(other, _)| *other != name);
            self.list.extend(value.map(|value| (name.into(), Some(value))));
            self.unique = self.list.len();
        } else {
            self.list.push((name.into(), value));
            self.forget_replaced();
        }
    }

    /// Removes the parameters that were replaced, if they can be half of all. So adding takes the same time for each.
    fn forget_replaced(&mut self) {
        if self.list.len() >= 2 * self.unique {
            self.forget();
        }
    }

    /// Removes the parameters that were replaced.
    fn forget(&mut self) {
        let mut last = last_of_each(self.list.iter().map(|(name, _)| name.clone()));
        self.list.retain(|(_, value)| last.next().unwrap_or_default() && value.is_some());
        self.unique = self.list.len();
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
        let mut last = if self.unique == self.list.len() {
            None
        } else {
            Some(last_of_each(self.list.iter().map(|(name, _)| name)))
        };
        let params = self
            .list
            .iter()
            .filter(move |_| last.as_mut().is_none_or(|last| last.next().unwrap_or_default()));
        params.filter_map(|(name, value)| Some((name.as_ref(), value.as_ref()?)))
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
        if self.unique == self.list.len() { self.unique } else { self.iter().count() }
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
        self.len() == 0
    }

    pub(super) fn write(&self, object: &mut Object<'_>) {
        self.iter().for_each(|(name, value)| object.value(name, value));
    }
}

/// The fields that have a value, each as a JSON string.
impl<P: CallParams> From<&P> for OutgoingParams {
    fn from(declared: &P) -> Self {
        let mut params = Self::new();
        let mut set = |name: ParamName, value: Option<&dyn Display>| {
            params.set(name.into(), value.map(|value| written(value).into()));
        };
        declared.write_params(&mut ParamsWriter::new(&mut set));
        params
    }
}

impl TryFrom<Map<String, Value>> for OutgoingParams {
    type Error = ParamsError;

    /// The members of a JSON object as parameters. The error says which name or which value is not accepted.
    fn try_from(object: Map<String, Value>) -> Result<Self, ParamsError> {
        let mut list = Vec::with_capacity(object.len());
        let mut members = object.into_iter();
        while let Some((name, value)) = members.next() {
            let checked = ParamsError::check(&name, list.len()).and_then(|()| {
                Json::try_from(&value).map_err(|error| ParamsError::value(&name, list.len(), error))
            });
            if let Err(error) = checked {
                discard(value);
                members.for_each(|(_, value)| discard(value));
                return Err(error);
            }
            list.push((name.into(), Some(value)));
        }
        Ok(Self { unique: list.len(), list })
    }
}

/// The same parameters in the same order.
impl PartialEq for OutgoingParams {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl fmt::Debug for OutgoingParams {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |(name, value)| {
            (name, if name == PROOF { Value::from("[redacted]") } else { Value::clone(value) })
        };
        f.debug_map().entries(self.iter().map(shown)).finish()
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
    fn a_parameter_without_a_value_is_removed() {
        let name = |n: usize| ParamName::try_from(format!("p{n}")).unwrap();
        for all in [1, 2, FEW + 1, 3 * FEW] {
            let mut left = (0..2 * all).fold(OutgoingParams::new(), |left, n| left.param(name(n % all), n));
            for n in 0..all {
                left = left.param(name(all), None::<u8>).param(name(n), None::<u8>);
                let expected: Vec<_> =
                    (n + 1..all).map(|n| (format!("p{n}"), Value::from(all + n))).collect();
                let found: Vec<_> =
                    left.iter().map(|(name, value)| (name.to_owned(), value.clone())).collect();
                assert_eq!(found, expected);
                assert_eq!(left.len(), expected.len());
            }
            assert!(left.is_empty());
            assert_eq!(left.param(name(0), Some(1)).len(), 1);
        }
    }

    #[test]
    fn removing_takes_the_same_time_for_each_parameter() {
        // Minutes if all were compared with each.
        const COUNT: usize = 60_000;
        let name = |n: usize| ParamName::try_from(format!("p{n}")).unwrap();
        let all = OutgoingParams::try_from_iter((0..COUNT).map(|n| (format!("p{n}"), n))).unwrap();
        let left = (1..2 * COUNT).fold(all, |left, n| left.param(name(n), None::<u8>));
        assert_eq!(left, OutgoingParams::new().param(name(0), 0));
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

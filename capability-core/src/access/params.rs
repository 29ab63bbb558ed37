use std::borrow::Cow;
use std::fmt;

use serde_json::Value;

use super::json::Object;
use crate::{ClientName, ParamName, Sid};

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

/// What has a JSON form that is always there, as not all of serde's types have: text, numbers, booleans, SIDs and names,
/// lists and options of these, references to them, and [`serde_json::Value`].
///
/// A number that JSON does not have, such as `f64::NAN`, becomes `null`, as it does in `serde_json`.
///
/// ```
/// use twilio_capability_core::ToJson;
///
/// assert_eq!([Some(1.5), None].to_json().to_string(), "[1.5,null]");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a JSON value",
    label = "a text, a number, a boolean, a list of these or a `serde_json::Value` is needed here",
    note = "make one of a type that implements `Serialize`: `serde_json::to_value(&value)?`"
)]
pub trait ToJson {
    /// The value.
    ///
    /// ```
    /// # use twilio_capability_core::ToJson;
    /// assert_eq!("zoë".to_json().to_string(), r#""zoë""#);
    /// assert!(f64::NAN.to_json().is_null());
    /// ```
    fn to_json(&self) -> Value;
}

macro_rules! by_value {
    ($($ty:ty),+) => {$(
        #[diagnostic::do_not_recommend]
        impl ToJson for $ty {
            fn to_json(&self) -> Value {
                Value::from(*self)
            }
        }
    )+};
}

by_value!(bool, u8, u16, u32, u64, usize, i8, i16, i32, i64, isize, f32, f64);

macro_rules! by_text {
    ($([$($generics:tt)*] $ty:ty),+ $(,)?) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> ToJson for $ty {
            fn to_json(&self) -> Value {
                Value::from(AsRef::<str>::as_ref(self))
            }
        }
    )+};
}

by_text! {
    [] str,
    [] String,
    [] Cow<'_, str>,
    [] ClientName,
    [] super::Identity,
    [] super::VoiceIdentity,
    [K: crate::Kind] Sid<K>,
}

#[diagnostic::do_not_recommend]
impl ToJson for char {
    fn to_json(&self) -> Value {
        Value::from(self.to_string())
    }
}

#[diagnostic::do_not_recommend]
impl ToJson for Value {
    fn to_json(&self) -> Value {
        self.clone()
    }
}

#[diagnostic::do_not_recommend]
impl<T: ToJson> ToJson for Option<T> {
    fn to_json(&self) -> Value {
        self.as_ref().map_or(Value::Null, ToJson::to_json)
    }
}

#[diagnostic::do_not_recommend]
impl<T: ToJson> ToJson for [T] {
    fn to_json(&self) -> Value {
        self.iter().map(ToJson::to_json).collect()
    }
}

#[diagnostic::do_not_recommend]
impl<T: ToJson, const N: usize> ToJson for [T; N] {
    fn to_json(&self) -> Value {
        self.as_slice().to_json()
    }
}

#[diagnostic::do_not_recommend]
impl<T: ToJson> ToJson for Vec<T> {
    fn to_json(&self) -> Value {
        self.as_slice().to_json()
    }
}

#[diagnostic::do_not_recommend]
impl<T: ToJson + ?Sized> ToJson for &T {
    fn to_json(&self) -> Value {
        (**self).to_json()
    }
}

#[diagnostic::do_not_recommend]
impl<T: ToJson + ?Sized> ToJson for Box<T> {
    fn to_json(&self) -> Value {
        (**self).to_json()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_are_those_of_serde() {
        fn same<T: ToJson + serde::Serialize>(value: T) {
            assert_eq!(value.to_json(), serde_json::to_value(value).unwrap());
        }
        same(true);
        same(u64::MAX);
        same(i64::MIN);
        same(1.5);
        same(f32::NAN);
        same("a\"b");
        same(String::from("zoë"));
        same('é');
        same(Some(7));
        same(None::<u8>);
        same(vec![Some("a"), None]);
        same([[1, 2], [3, 4]]);
        assert_eq!((&&7).to_json(), 7);
        same(Box::new("x"));
        same(json!({"a": [1, null]}));
        same(ClientName::from_static("john"));
        same(crate::ApplicationSid::from_static("AP00000000000000000000000000000000"));
    }

    #[test]
    fn a_name_occurs_once_and_the_last_value_wins() {
        const A: ParamName = ParamName::from_static("a");
        let params = OutgoingParams::new().param(A, 1).param("b".parse().unwrap(), 2).param(A, "3");
        assert_eq!(format!("{params:?}"), r#"{"b": Number(2), "a": String("3")}"#);
        assert!(!params.is_empty() && OutgoingParams::new().is_empty());
    }
}

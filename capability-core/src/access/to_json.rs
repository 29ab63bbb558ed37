use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

use serde_json::Value;

use super::json::Json;
use crate::call_params::written;
use crate::sealed::Private;
use crate::values::{
    ClientName, EndpointId, Identity, Kind, Region, RoomName, Sid, VoiceIdentity, WorkerRole,
};

/// A type whose values can always be written as JSON: strings, what `format_args!` makes, numbers, booleans, SIDs and
/// names, lists, options and maps of these, pointers to them, and [`Json`](crate::Json), which holds any other JSON.
///
/// Other crates cannot implement it.
///
/// A number that JSON does not have, such as `f64::NAN`, becomes `null`, as it does in `serde_json`.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::ToJson;
///
/// assert_eq!([Some(1.5), None].to_json().to_string(), "[1.5,null]");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a JSON value",
    label = "a string, a number, a boolean, a list or map of these, or a `Json` is needed here",
    note = "to pass a value as a string, such as a `Uuid`, write `value.to_string()`",
    note = "to convert a value that implements `Serialize`, write `Json::try_from(serde_json::to_value(&value)?)?`"
)]
pub trait ToJson {
    #[doc(hidden)]
    const LEVELS: Levels;

    /// The value.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ToJson;
    ///
    /// assert_eq!("zoë".to_json().to_string(), r#""zoë""#);
    /// assert!(f64::NAN.to_json().is_null());
    /// ```
    fn to_json(&self) -> Value;

    /// The value of a parameter: nothing for `None`, which leaves the parameter out.
    #[doc(hidden)]
    fn to_param(&self, _: Private) -> Option<Value> {
        Some(self.to_json())
    }
}

/// How many levels of arrays and objects the values of a type can have. No other crate can make one, so no other crate can
/// implement [`ToJson`].
#[expect(unnameable_types, reason = "only a hidden item of a trait has this type")]
#[derive(Clone, Copy, Debug)]
pub struct Levels(usize);

impl Levels {
    const NONE: Self = Self(0);

    const fn and_one(self) -> Self {
        Self(self.0 + 1)
    }
}

/// The value of a parameter, if its type cannot be nested too deeply. Otherwise the program does not compile.
pub(super) fn shallow_json<T: ToJson + ?Sized>(value: &T) -> Option<Value> {
    const {
        assert!(
            T::LEVELS.0 <= Json::DEPTH,
            "the value of a parameter has at most 27 levels of lists and maps"
        );
    }
    value.to_param(Private)
}

macro_rules! by_value {
    ($($ty:ty),+) => {$(
        #[diagnostic::do_not_recommend]
        impl ToJson for $ty {
            const LEVELS: Levels = Levels::NONE;

            fn to_json(&self) -> Value {
                Value::from(*self)
            }
        }
    )+};
}

by_value!(bool, u8, u16, u32, u64, usize, i8, i16, i32, i64, isize, f64);

#[diagnostic::do_not_recommend]
impl ToJson for f32 {
    const LEVELS: Levels = Levels::NONE;

    /// A feature of `serde_json` writes other digits for an `f32`.
    fn to_json(&self) -> Value {
        Value::from(f64::from(*self))
    }
}

macro_rules! by_text {
    ($([$($generics:tt)*] $ty:ty),+ $(,)?) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> ToJson for $ty {
            const LEVELS: Levels = Levels::NONE;

            fn to_json(&self) -> Value {
                Value::from(AsRef::<str>::as_ref(self))
            }
        }
    )+};
}

by_text! {
    [] str,
    [] String,
    [] ClientName,
    [] EndpointId,
    [] Identity,
    [] RoomName,
    [] VoiceIdentity,
    [] WorkerRole,
    [K: Kind] Sid<K>,
}

#[diagnostic::do_not_recommend]
impl ToJson for char {
    const LEVELS: Levels = Levels::NONE;

    fn to_json(&self) -> Value {
        Value::from(self.to_string())
    }
}

#[diagnostic::do_not_recommend]
impl ToJson for Region {
    const LEVELS: Levels = Levels::NONE;

    fn to_json(&self) -> Value {
        Value::from(self.as_str())
    }
}

#[diagnostic::do_not_recommend]
impl ToJson for fmt::Arguments<'_> {
    const LEVELS: Levels = Levels::NONE;

    fn to_json(&self) -> Value {
        Value::from(written(self))
    }
}

#[diagnostic::do_not_recommend]
impl ToJson for Json {
    const LEVELS: Levels = Levels(Self::DEPTH);

    fn to_json(&self) -> Value {
        self.as_value().clone()
    }
}

#[diagnostic::do_not_recommend]
impl<T: ToJson> ToJson for Option<T> {
    const LEVELS: Levels = T::LEVELS;

    fn to_json(&self) -> Value {
        self.as_ref().map_or(Value::Null, ToJson::to_json)
    }

    fn to_param(&self, only: Private) -> Option<Value> {
        self.as_ref()?.to_param(only)
    }
}

#[diagnostic::do_not_recommend]
impl<T: ToJson> ToJson for [T] {
    const LEVELS: Levels = T::LEVELS.and_one();

    fn to_json(&self) -> Value {
        self.iter().map(ToJson::to_json).collect()
    }
}

#[diagnostic::do_not_recommend]
impl<T: ToJson, const N: usize> ToJson for [T; N] {
    const LEVELS: Levels = T::LEVELS.and_one();

    fn to_json(&self) -> Value {
        self.as_slice().to_json()
    }
}

#[diagnostic::do_not_recommend]
impl<T: ToJson> ToJson for Vec<T> {
    const LEVELS: Levels = T::LEVELS.and_one();

    fn to_json(&self) -> Value {
        self.as_slice().to_json()
    }
}

macro_rules! by_entries {
    ($([$($generics:tt)*] $ty:ty),+ $(,)?) => {$(
        #[diagnostic::do_not_recommend]
        impl<N: AsRef<str>, V: ToJson, $($generics)*> ToJson for $ty {
            const LEVELS: Levels = V::LEVELS.and_one();

            fn to_json(&self) -> Value {
                self.iter().map(|(name, value)| (name.as_ref().to_owned(), value.to_json())).collect()
            }
        }
    )+};
}

by_entries!([] BTreeMap<N, V>, [S] HashMap<N, V, S>);

macro_rules! by_pointee {
    ($([$($generics:tt)*] $ty:ty),+ $(,)?) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> ToJson for $ty {
            const LEVELS: Levels = T::LEVELS;

            fn to_json(&self) -> Value {
                (**self).to_json()
            }

            fn to_param(&self, only: Private) -> Option<Value> {
                (**self).to_param(only)
            }
        }
    )+};
}

by_pointee! {
    [T: ToJson + ?Sized] &T,
    [T: ToJson + ?Sized] &mut T,
    [T: ToJson + ?Sized] Box<T>,
    [T: ToJson + ?Sized] Rc<T>,
    [T: ToJson + ?Sized] Arc<T>,
    [T: ToJson + ToOwned + ?Sized] Cow<'_, T>,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    struct FailsHalfway;

    impl fmt::Display for FailsHalfway {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("half")?;
            Err(fmt::Error)
        }
    }

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
        same(Cow::Borrowed("x"));
        same(Cow::Borrowed([1, 2].as_slice()));
        same(BTreeMap::from([("a", "1"), ("b", "2")]));
        same(HashMap::from([("a".to_owned(), vec![1]), ("b".to_owned(), vec![])]));
        same(format_args!("{}-{}", 1, 2));
        same(RoomName::from_static("daily"));
        assert_eq!(format_args!("{FailsHalfway}").to_json(), "");
        assert_eq!(Arc::<str>::from("x").to_json(), "x");
        assert_eq!(Rc::<[u8]>::from([1, 2]).to_json(), json!([1, 2]));
        assert_eq!([&mut 7].to_json(), json!([7]));
        assert_eq!(Region::from_static("ie1").to_json(), "ie1");
        assert_eq!(Json::try_from(json!({"a": [1, null]})).unwrap().to_json(), json!({"a": [1, null]}));
        assert_eq!(<Vec<Option<&BTreeMap<String, [u8; 2]>>> as ToJson>::LEVELS.0, 3);
        assert_eq!(<[Json; 1] as ToJson>::LEVELS.0, Json::DEPTH + 1);
        same(ClientName::from_static("john"));
        same(crate::values::ApplicationSid::from_static("AP00000000000000000000000000000000"));
    }
}

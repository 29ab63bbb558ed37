use std::borrow::Cow;

use serde_json::Value;

use crate::values::{ClientName, Identity, Kind, Sid, VoiceIdentity};

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
    [] Identity,
    [] VoiceIdentity,
    [K: Kind] Sid<K>,
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
        same(crate::values::ApplicationSid::from_static("AP00000000000000000000000000000000"));
    }
}

//! Reads strict JSON: RFC 8259, without members of the same name in an object and with a limit for nesting.
//!
//! The whole text is checked first, without building anything. After that, one object is read at a time, and what is inside
//! of it stays text until somebody asks for it. So memory stays a small multiple of the text.
//!
//! `serde_json` is not used to read, because features that another crate turns on change what it reads: with
//! `arbitrary_precision` a number is an object, and an object with a certain member is a number. It also accepts two members
//! of the same name and keeps the last one, while another reader could keep the first.

mod check;
mod parts;
mod string;

use std::borrow::Cow;

use self::parts::{Elements, Pairs};

/// The largest depth of nesting. Twilio's tokens need five levels.
pub(crate) const MAX_DEPTH: usize = 32;

/// A JSON value that was checked.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Value<'a> {
    Null,
    Bool(bool),
    /// A number without fraction and exponent that fits in 64 bits, as it is written.
    Integer(&'a str),
    /// Any other number, as it is written.
    Fraction(&'a str),
    String(Cow<'a, str>),
    /// The text of an array.
    Array(&'a str),
    /// The text of an object.
    Object(&'a str),
}

/// The members of an object, in the order of the JSON. They have different names.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Members<'a>(Vec<(Cow<'a, str>, Value<'a>)>);

/// Error for a string that is not strict JSON, with its position in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct JsonError {
    pub(crate) fault: Fault,
    pub(crate) position: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fault {
    NotUtf8,
    Syntax,
    NotAnObject,
    Duplicate,
    TooDeep,
}

/// Reads a JSON object. Only white space can be around it.
pub(crate) fn parse(json: &[u8]) -> Result<Members<'_>, JsonError> {
    let json = str::from_utf8(json)
        .map_err(|error| JsonError { fault: Fault::NotUtf8, position: error.valid_up_to() })?;
    match value(json, MAX_DEPTH)? {
        Value::Object(object) => Ok(Members::of(object)),
        _ => Err(JsonError { fault: Fault::NotAnObject, position: 0 }),
    }
}

/// Reads a JSON value with at most `depth` levels of objects and arrays. Only white space can be around it.
pub(crate) fn value(json: &str, depth: usize) -> Result<Value<'_>, JsonError> {
    check::check(json, depth)?;
    Ok(Value::of(json.trim_matches(parts::WHITE_SPACE)))
}

impl<'a> Members<'a> {
    /// Reads the members of an object that was checked.
    pub(crate) fn of(object: &'a str) -> Self {
        // The claims of most tokens have at most six members. If there are more, they are counted, because a list that
        // grows step by step takes several times the memory.
        let mut list = Vec::with_capacity(6);
        let mut pairs = Pairs::of(object);
        while let Some((name, value)) = pairs.next() {
            if list.len() == list.capacity() {
                list.reserve_exact(1 + pairs.clone().count());
            }
            list.push((string::decode(name), Value::of(value)));
        }
        Self(list)
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Value<'a>> {
        self.0.iter().find(|(other, _)| other == name).map(|(_, value)| value)
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_ref())
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Value<'a>)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }
}

/// The names and values of an object that was checked, one after the other.
pub(crate) fn members(object: &str) -> impl Iterator<Item = (Cow<'_, str>, Value<'_>)> {
    Pairs::of(object).map(|(name, value)| (string::decode(name), Value::of(value)))
}

/// The elements of an array that was checked, one after the other.
pub(crate) fn elements(array: &str) -> impl Iterator<Item = Value<'_>> {
    Elements::of(array).map(Value::of)
}

impl<'a> Value<'a> {
    /// Reads the text of a value that was checked.
    fn of(text: &'a str) -> Self {
        match text.as_bytes() {
            [b'{', ..] => Self::Object(text),
            [b'[', ..] => Self::Array(text),
            [b'"', inner @ ..] => Self::String(string::decode(text.get(1..inner.len()).unwrap_or_default())),
            [b't', ..] => Self::Bool(true),
            [b'f', ..] => Self::Bool(false),
            [b'n', ..] => Self::Null,
            // -0 is not an integer: an integer has no sign of zero.
            _ if text != "-0" && (text.parse::<u64>().is_ok() || text.parse::<i64>().is_ok()) => {
                Self::Integer(text)
            }
            _ => Self::Fraction(text),
        }
    }

    /// Converts to a value that does not borrow from the JSON. It is the same with all features of `serde_json`, except for
    /// the order of the members of an object.
    pub(crate) fn to_json(&self) -> serde_json::Value {
        match self {
            Self::Null => serde_json::Value::Null,
            Self::Bool(value) => (*value).into(),
            Self::Integer(text) => text
                .parse::<u64>()
                .map(Into::into)
                .or_else(|_| text.parse::<i64>().map(Into::into))
                .unwrap_or_default(),
            // A number that is not finite was refused.
            Self::Fraction(text) => text.parse::<f64>().map(Into::into).unwrap_or_default(),
            Self::String(string) => string.as_ref().into(),
            Self::Array(array) => elements(array).map(|value| value.to_json()).collect(),
            Self::Object(object) => to_map(object).into(),
        }
    }
}

/// Converts an object that was checked.
pub(crate) fn to_map(object: &str) -> serde_json::Map<String, serde_json::Value> {
    members(object).map(|(name, value)| (name.into_owned(), value.to_json())).collect()
}

#[cfg(test)]
mod tests;

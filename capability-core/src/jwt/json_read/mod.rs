//! Reads strict JSON: RFC 8259, without members of the same name in an object and with a limit for nesting.
//!
//! The text is checked in one pass, which notes where each member starts and ends. A value stays text until somebody asks for
//! it, and arrays are not looked into. So memory stays a small multiple of the text.
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

/// An object that was checked, with the places of all members that are not inside of arrays.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    json: &'a str,
    places: Vec<Place>,
}

/// The members of an object, in the order of the JSON. They have different names.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Members<'a> {
    json: &'a str,
    /// Each member is followed by the members of its value.
    places: &'a [Place],
}

/// Where a member is in the JSON, in bytes. Half the size of `usize` is enough for 4 GiB.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Place {
    /// After the opening quote of the name.
    name: u32,
    value: u32,
    value_end: u32,
    /// How many members are inside of the value, or [`ESCAPED`](Self::ESCAPED).
    inside: u32,
}

impl Place {
    /// The value is a string with escapes. Other strings need not be decoded.
    const ESCAPED: u32 = u32::MAX;

    fn inside(self) -> usize {
        if self.inside == Self::ESCAPED { 0 } else { check::index(self.inside) }
    }
}

/// Error for a string that is not strict JSON, with its position in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct StrictError {
    pub(crate) fault: Fault,
    pub(crate) position: usize,
}

/// A member is there, and is no object.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct NoObject;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fault {
    NotUtf8,
    Syntax,
    NotAnObject,
    Duplicate,
    TooDeep,
}

/// Reads a JSON object. Only white space can be around it.
pub(crate) fn parse(json: &[u8]) -> Result<Document<'_>, StrictError> {
    let json = str::from_utf8(json)
        .map_err(|error| StrictError { fault: Fault::NotUtf8, position: error.valid_up_to() })?;
    let places = check::check(json, MAX_DEPTH)?;
    if json.trim_start_matches(parts::WHITE_SPACE).starts_with('{') {
        Ok(Document { json, places })
    } else {
        Err(StrictError { fault: Fault::NotAnObject, position: 0 })
    }
}

/// Reads a JSON value with at most `depth` levels of objects and arrays. Only white space can be around it.
pub(crate) fn value(json: &str, depth: usize) -> Result<Value<'_>, StrictError> {
    check::check(json, depth)?;
    Ok(Value::of(json.trim_matches(parts::WHITE_SPACE)))
}

impl Document<'_> {
    pub(crate) fn members(&self) -> Members<'_> {
        Members { json: self.json, places: &self.places }
    }
}

impl<'a> Members<'a> {
    pub(crate) fn get(&self, name: &str) -> Option<Value<'a>> {
        self.find(name).map(|(place, _)| self.value(place))
    }

    /// The members of the object of this name. `None` if it is not there, and an error if it is no object.
    pub(crate) fn object(&self, name: &str) -> Result<Option<Self>, NoObject> {
        match self.find(name) {
            None => Ok(None),
            Some((place, places)) if self.text(place).starts_with('{') => Ok(Some(Self { places, ..*self })),
            Some(_) => Err(NoObject),
        }
    }

    /// The names as they are written, so not decoded.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.places().map(|place| string::until_quote(self.from(place.name)))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (Cow<'a, str>, Value<'a>)> {
        self.except(&[])
    }

    /// The members that have none of these names.
    pub(crate) fn except(&self, names: &[&str]) -> impl Iterator<Item = (Cow<'a, str>, Value<'a>)> {
        let others = self
            .places()
            .filter(|place| !names.iter().any(|name| string::is(self.json, check::index(place.name), name)));
        others.map(|place| (string::decode(string::until_quote(self.from(place.name))), self.value(place)))
    }

    fn find(&self, name: &str) -> Option<(Place, &'a [Place])> {
        let mut rest = self.places;
        loop {
            let (place, after) = rest.split_first()?;
            let (inside, after) = after.split_at_checked(place.inside())?;
            if string::is(self.json, check::index(place.name), name) {
                return Some((*place, inside));
            }
            rest = after;
        }
    }

    /// The place of each member.
    fn places(&self) -> impl Iterator<Item = Place> + use<'a> {
        let mut rest = self.places;
        std::iter::from_fn(move || {
            let (place, after) = rest.split_first()?;
            rest = after.get(place.inside()..)?;
            Some(*place)
        })
    }

    fn value(&self, place: Place) -> Value<'a> {
        let text = self.text(place);
        let plain = text.strip_prefix('"').filter(|_| place.inside != Place::ESCAPED);
        match plain.and_then(|text| text.strip_suffix('"')) {
            Some(string) => Value::String(Cow::Borrowed(string)),
            None => Value::of(text),
        }
    }

    fn text(&self, place: Place) -> &'a str {
        self.json.get(check::index(place.value)..check::index(place.value_end)).unwrap_or_default()
    }

    fn from(&self, at: u32) -> &'a str {
        self.json.get(check::index(at)..).unwrap_or_default()
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
            _ if is_integer(text) => Self::Integer(text),
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

/// Whether a number has no fraction and no exponent, and fits in 64 bits. -0 is no integer, because they have no sign of zero.
fn is_integer(text: &str) -> bool {
    let is_short = text.len() < 19 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_short || text != "-0" && (text.parse::<u64>().is_ok() || text.parse::<i64>().is_ok())
}

/// Converts an object that was checked.
pub(crate) fn to_map(object: &str) -> serde_json::Map<String, serde_json::Value> {
    members(object).map(|(name, value)| (name.into_owned(), value.to_json())).collect()
}

#[cfg(test)]
mod tests;

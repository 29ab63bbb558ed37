//! Reads strict JSON: RFC 8259, without members of the same name in an object and with a limit for nesting.
//!
//! `serde_json` parses the JSON. The visitor here refuses members of the same name, which `serde_json::Value` accepts:
//! it keeps the last one, while another reader could keep the first.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// The largest depth of nesting. Twilio's tokens need five levels.
const MAX_DEPTH: usize = 32;

/// Up to this number of members, comparing a name with all others is faster than hashing it.
const FEW: usize = 16;

/// A JSON value.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Value<'a> {
    Null,
    Bool(bool),
    /// A number without fraction and exponent that fits in 64 bits.
    Integer(i128),
    /// Any other number.
    ///
    /// If another crate turns on `arbitrary_precision` of `serde_json`, such a number is read as an object. A claim
    /// cannot be a fraction or an object. A parameter of an access token is shown as it was read.
    Fraction(f64),
    String(Cow<'a, str>),
    Array(Vec<Value<'a>>),
    Object(Members<'a>),
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
    let fault = Cell::new(Fault::Syntax);
    let mut reader = serde_json::Deserializer::from_str(json);
    let value = Seed { depth: MAX_DEPTH, fault: &fault }.deserialize(&mut reader);
    match value.and_then(|value| reader.end().map(|()| value)) {
        Ok(Value::Object(members)) => Ok(members),
        Ok(_) => Err(JsonError { fault: Fault::NotAnObject, position: 0 }),
        Err(error) => {
            Err(JsonError { fault: fault.get(), position: position(json, error.line(), error.column()) })
        }
    }
}

/// The position in bytes of a line and a column, which are counted from 1.
///
/// A column of `serde_json` is a number of bytes. It is 0 if the error is about a line break.
fn position(json: &str, line: usize, column: usize) -> usize {
    let before: usize = json.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (before + column.saturating_sub(1)).min(json.len())
}

impl<'a> Members<'a> {
    pub(crate) fn get(&self, name: &str) -> Option<&Value<'a>> {
        self.0.iter().find(|(other, _)| other == name).map(|(_, value)| value)
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_ref())
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Value<'a>)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }

    pub(crate) fn to_map(&self) -> serde_json::Map<String, serde_json::Value> {
        self.0.iter().map(|(name, value)| (name.to_string(), value.to_json())).collect()
    }
}

impl Value<'_> {
    /// Converts to a value that does not borrow from the JSON.
    pub(crate) fn to_json(&self) -> serde_json::Value {
        match self {
            Self::Null => serde_json::Value::Null,
            Self::Bool(value) => (*value).into(),
            // It was read from one of these two types.
            Self::Integer(value) => u64::try_from(*value)
                .map(Into::into)
                .or_else(|_| i64::try_from(*value).map(Into::into))
                .unwrap_or_default(),
            Self::Fraction(value) => (*value).into(),
            Self::String(string) => string.as_ref().into(),
            Self::Array(values) => values.iter().map(Value::to_json).collect(),
            Self::Object(members) => members.to_map().into(),
        }
    }
}

/// Reads one value with at most `depth` levels of objects and arrays.
#[derive(Clone, Copy)]
struct Seed<'f> {
    depth: usize,
    fault: &'f Cell<Fault>,
}

impl Seed<'_> {
    fn refuse<E: Error>(self, fault: Fault) -> E {
        self.fault.set(fault);
        E::custom("not strict")
    }

    fn deeper<E: Error>(self) -> Result<Self, E> {
        match self.depth.checked_sub(1) {
            Some(depth) => Ok(Self { depth, ..self }),
            None => Err(self.refuse(Fault::TooDeep)),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value<'de>, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, n: i64) -> Result<Value<'de>, E> {
        Ok(Value::Integer(n.into()))
    }

    fn visit_u64<E: Error>(self, n: u64) -> Result<Value<'de>, E> {
        Ok(Value::Integer(n.into()))
    }

    fn visit_f64<E: Error>(self, n: f64) -> Result<Value<'de>, E> {
        Ok(Value::Fraction(n))
    }

    fn visit_str<E: Error>(self, s: &str) -> Result<Value<'de>, E> {
        Ok(Value::String(Cow::Owned(s.to_owned())))
    }

    fn visit_borrowed_str<E: Error>(self, s: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::String(Cow::Borrowed(s)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<Value<'de>, A::Error> {
        let inner = self.deeper()?;
        let mut values = Vec::new();
        while let Some(value) = array.next_element_seed(inner)? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value<'de>, A::Error> {
        // The claims of most tokens have at most six members.
        let mut members = Members(Vec::with_capacity(6));
        let mut many = HashSet::new();
        while let Some(name) = object.next_key_seed(self)? {
            let Value::String(name) = name else { return Err(self.refuse(Fault::Syntax)) };
            let inner = self.deeper()?;
            let known = if members.0.len() < FEW {
                members.get(&name).is_some()
            } else {
                if many.is_empty() {
                    many.extend(members.0.iter().map(|(name, _)| name.clone()));
                }
                !many.insert(name.clone())
            };
            if known {
                return Err(self.refuse(Fault::Duplicate));
            }
            let value = object.next_value_seed(inner)?;
            members.0.push((name, value));
        }
        // An empty object is also a level of nesting.
        self.deeper::<A::Error>()?;
        Ok(Value::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(json: &str) -> (Fault, usize) {
        let error = parse(json.as_bytes()).unwrap_err();
        (error.fault, error.position)
    }

    #[test]
    fn values_keep_their_type() {
        let members = parse(
            br#" {"n":null,"b":true,"i":17,"m":-1,"u":18446744073709551615,"f":1.0,"e":1e2,"z":-0,
                "s":"a","x":"\u0061","a":[1],"o":{"s":1}} "#,
        )
        .unwrap();
        for (name, value) in [
            ("n", Value::Null),
            ("b", Value::Bool(true)),
            ("i", Value::Integer(17)),
            ("m", Value::Integer(-1)),
            ("u", Value::Integer(u64::MAX.into())),
            ("f", Value::Fraction(1.0)),
            ("e", Value::Fraction(100.0)),
            ("z", Value::Fraction(-0.0)),
            ("s", Value::String("a".into())),
            ("x", Value::String("a".into())),
            ("a", Value::Array(vec![Value::Integer(1)])),
            ("o", Value::Object(Members(vec![("s".into(), Value::Integer(1))]))),
        ] {
            assert_eq!(members.get(name), Some(&value), "{name}");
        }
        assert_eq!(members.get("absent"), None);
        assert_eq!(members.names().collect::<String>(), "nbimufezsxao");
    }

    #[test]
    fn values_equal_those_of_serde_json() {
        let json = r#"{"n":null,"b":[true,false],"i":-9223372036854775808,"u":18446744073709551615,"f":-1.5e300,
            "s":"\u00e9\"","o":{"a":[],"o":{}}}"#;
        let members = parse(json.as_bytes()).unwrap();
        assert_eq!(
            serde_json::Value::Object(members.to_map()),
            serde_json::from_str::<serde_json::Value>(json).unwrap()
        );
    }

    #[test]
    fn members_of_the_same_name_are_refused_at_every_level() {
        assert_eq!(refusal(r#"{"a":1,"a":1}"#).0, Fault::Duplicate);
        assert_eq!(refusal(r#"{"a":1,"\u0061":1}"#).0, Fault::Duplicate);
        assert_eq!(refusal(r#"{"a":{"b":1,"b":2}}"#).0, Fault::Duplicate);
        assert_eq!(refusal(r#"{"a":[[{"b":1,"b":2}]]}"#).0, Fault::Duplicate);
        assert!(parse(r#"{"a":{"a":1},"A":[{"a":1},{"a":1}]}"#.as_bytes()).is_ok());
        for count in [FEW - 1, FEW, FEW + 1, FEW + 2, 3 * FEW] {
            let names: Vec<_> = (0..count).map(|n| format!("\"{n}\":0")).collect();
            assert!(parse(format!("{{{}}}", names.join(",")).as_bytes()).is_ok());
            for n in 0..count {
                let json = format!("{{{},\"{n}\":0}}", names.join(","));
                let (fault, position) = refusal(&json);
                assert_eq!(fault, Fault::Duplicate, "{json}");
                assert!(json.len() - position < 7, "{json} at {position}");
            }
        }
    }

    #[test]
    fn deep_nesting_is_refused() {
        let nested = |depth: usize| {
            let json = format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
            let objects = format!("{}1{}", "{\"a\":".repeat(depth + 1), "}".repeat(depth + 1));
            let empty = format!("{}{{}}{}", "{\"a\":".repeat(depth), "}".repeat(depth));
            [json, objects, empty]
        };
        for json in nested(MAX_DEPTH - 1) {
            assert!(parse(json.as_bytes()).is_ok(), "{json}");
        }
        for json in nested(MAX_DEPTH).into_iter().chain(nested(10_000)) {
            assert_eq!(parse(json.as_bytes()).unwrap_err().fault, Fault::TooDeep);
        }
    }

    #[test]
    fn an_error_has_its_position_in_the_json() {
        for (json, position) in [
            ("", 0),
            ("{", 0),
            ("{\"a\":1,}", 7),
            ("{\"a\":01}", 6),
            ("{\"a\":1}x", 7),
            ("{\"a\":1}\n\n }", 10),
            ("\u{FEFF}{}", 0),
            ("{'a':1}", 1),
            ("{\"a\":\"\n\"}", 6),
            ("{\"a\":NaN}", 5),
            ("{a:1}", 1),
        ] {
            let (fault, at) = refusal(json);
            assert_eq!(fault, Fault::Syntax, "{json}");
            assert!(at.abs_diff(position) <= 1, "{json:?}: {at} instead of {position}");
        }
        for json in ["{\"a\":1e400}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\\x\"}", "{\"a\" 1}", "{\"a\":+1}"] {
            assert_eq!(refusal(json).0, Fault::Syntax, "{json}");
        }
        for json in ["[]", "1", "null", "\"a\"", " [{}] "] {
            assert_eq!(refusal(json), (Fault::NotAnObject, 0), "{json}");
        }
        let error = parse(b"{\"a\":\"\xFF\"}").unwrap_err();
        assert_eq!(error, JsonError { fault: Fault::NotUtf8, position: 6 });
    }
}

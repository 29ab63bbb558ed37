use std::str::FromStr;

use serde_json::{Map, Value};

use crate::jwt::json_read::{self, Fault, MAX_DEPTH};
use crate::jwt::{MAX_LEN, json_write};
use crate::values::{JsonError, JsonErrorKind};

/// The largest text of JSON in a token. More than this, in base64, is longer than the largest token that is read.
pub(super) const MAX_JSON_LEN: usize = MAX_LEN / 4 * 3;

/// Any JSON value, as a parameter of an access token.
///
/// It has at most 27 levels of objects and arrays and at most 12 KiB, so that a token with it can be read. For types whose
/// values are always accepted, such as strings, numbers and lists of these, it is not needed.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use serde_json::json;
/// use twilio_capability::{Json, OutgoingParams, ParamName};
///
/// const ADDRESS: ParamName = ParamName::from_static("address");
///
/// let address = Json::try_from(json!({ "city": "Genève" }))?;
/// let params = OutgoingParams::new().param(ADDRESS, address);
/// assert_eq!(params.len(), 1);
/// # Ok::<(), twilio_capability::JsonError>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
pub struct Json(Value);

impl Json {
    /// The claims, the grants, the grant, its outgoing calls and their parameters.
    const AROUND: usize = 5;
    /// The largest number of levels of objects and arrays.
    pub(super) const DEPTH: usize = MAX_DEPTH - Self::AROUND;

    /// The value.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Json;
    ///
    /// let json: Json = "[1, 2]".parse()?;
    /// assert_eq!(json.as_value()[1], 2);
    /// # Ok::<(), twilio_capability::JsonError>(())
    /// ```
    #[must_use]
    pub fn as_value(&self) -> &Value {
        &self.0
    }
}

impl FromStr for Json {
    type Err = JsonError;

    /// Parses JSON. Members of the same name are an error, and so are whole numbers that do not fit in 64 bits. A number with
    /// a fraction or an exponent becomes an `f64`.
    fn from_str(json: &str) -> Result<Self, JsonError> {
        Ok(Self(check_numbers(json, Self::DEPTH)?.to_json()))
    }
}

impl TryFrom<Value> for Json {
    type Error = JsonError;

    /// Checks the depth, the length and the numbers of a value.
    fn try_from(value: Value) -> Result<Self, JsonError> {
        match to_text(&value, Self::DEPTH) {
            Ok(_) => Ok(Self(value)),
            Err(error) => {
                discard(value);
                Err(error)
            }
        }
    }
}

impl TryFrom<&Value> for Json {
    type Error = JsonError;

    /// Checks the depth, the length and the numbers of a value, and copies it.
    fn try_from(value: &Value) -> Result<Self, JsonError> {
        to_text(value, Self::DEPTH).map(|_| Self(value.clone()))
    }
}

impl TryFrom<Map<String, Value>> for Json {
    type Error = JsonError;

    /// As for a [`Value`], for an object.
    fn try_from(object: Map<String, Value>) -> Result<Self, JsonError> {
        Value::Object(object).try_into()
    }
}

/// Checks JSON with at most this number of levels of objects and arrays.
pub(super) fn check_text(json: &str, depth: usize) -> Result<json_read::Value<'_>, JsonError> {
    if json.len() > MAX_JSON_LEN {
        return Err(JsonError { kind: JsonErrorKind::TooLong, number: MAX_JSON_LEN });
    }
    json_read::value(json, depth).map_err(|error| match error.fault {
        Fault::TooDeep => JsonError { kind: JsonErrorKind::TooDeep, number: depth },
        Fault::Duplicate => JsonError { kind: JsonErrorKind::Repeated, number: error.position },
        _ => JsonError { kind: JsonErrorKind::Syntax, number: error.position },
    })
}

/// As [`check_text`]. No whole number is too long.
fn check_numbers(json: &str, depth: usize) -> Result<json_read::Value<'_>, JsonError> {
    let value = check_text(json, depth)?;
    if has_long_number(&value) {
        Err(JsonError { kind: JsonErrorKind::LongNumber, number: 0 })
    } else {
        Ok(value)
    }
}

/// Whether a whole number would become an `f64`, which does not have all its digits.
fn has_long_number(value: &json_read::Value<'_>) -> bool {
    match value {
        json_read::Value::Fraction(number) => *number != "-0" && !number.contains(['.', 'e', 'E']),
        json_read::Value::Array(array) => json_read::elements(array).any(|value| has_long_number(&value)),
        json_read::Value::Object(object) => {
            json_read::members(object).any(|(_, value)| has_long_number(&value))
        }
        _ => false,
    }
}

/// The text of a value, which is checked.
pub(super) fn to_text(value: &Value, depth: usize) -> Result<String, JsonError> {
    if is_deeper(value, depth) {
        return Err(JsonError { kind: JsonErrorKind::TooDeep, number: depth });
    }
    if has_other_text(value) {
        return Err(JsonError { kind: JsonErrorKind::Syntax, number: 0 });
    }
    let mut json = Vec::new();
    json_write::value(&mut json, value);
    let json = String::from_utf8(json).unwrap_or_default();
    check_numbers(&json, depth)?;
    Ok(json)
}

/// Whether the text of a number is not one number. With a feature of `serde_json`, a program can make a number of any text.
fn has_other_text(value: &Value) -> bool {
    match value {
        Value::Number(number) => !matches!(
            json_read::value(&number.to_string(), 0),
            Ok(json_read::Value::Integer(_) | json_read::Value::Fraction(_))
        ),
        Value::Array(values) => values.iter().any(has_other_text),
        Value::Object(members) => members.values().any(has_other_text),
        _ => false,
    }
}

/// Whether a value has more than `depth` levels. Goes no deeper than that, because a function that calls itself for each level
/// overflows the stack.
fn is_deeper(value: &Value, depth: usize) -> bool {
    let inner = |mut values: &mut dyn Iterator<Item = &Value>| match depth.checked_sub(1) {
        Some(depth) => (&mut values).any(|value| is_deeper(value, depth)),
        None => true,
    };
    match value {
        Value::Array(values) => inner(&mut values.iter()),
        Value::Object(members) => inner(&mut members.values()),
        _ => false,
    }
}

/// Drops a value level by level: the drop of `serde_json` calls itself for each level, and overflows the stack.
pub(super) fn discard(value: Value) {
    let mut rest = vec![value];
    while let Some(value) = rest.pop() {
        match value {
            Value::Array(values) => rest.extend(values),
            Value::Object(members) => rest.extend(members.into_iter().map(|(_, value)| value)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn nested(levels: usize) -> Value {
        (1..levels).fold(json!([]), |inner, n| if n % 2 == 0 { json!([inner]) } else { json!({ "": inner }) })
    }

    #[test]
    fn the_limits_are_exact() {
        assert!(Json::try_from(nested(Json::DEPTH)).is_ok());
        let too_deep = Err(JsonError { kind: JsonErrorKind::TooDeep, number: Json::DEPTH });
        assert_eq!(Json::try_from(nested(Json::DEPTH + 1)), too_deep);
        assert_eq!(Json::try_from(&nested(Json::DEPTH + 1)), too_deep);
        assert_eq!(nested(Json::DEPTH + 1).to_string().parse::<Json>(), too_deep);
        let of_length = |len: usize| Json::try_from(json!("x".repeat(len - 2)));
        assert!(of_length(MAX_JSON_LEN).is_ok());
        let error = of_length(MAX_JSON_LEN + 1).unwrap_err();
        assert_eq!(error.kind(), JsonErrorKind::TooLong);
        assert_eq!(error.to_string(), "this JSON has more than 12288 bytes");
        assert!(error.help().starts_with("pass an ID"));
        let error = format!("\"{}\"", "x".repeat(MAX_JSON_LEN)).parse::<Json>().unwrap_err();
        assert_eq!(error.kind(), JsonErrorKind::TooLong);
    }

    #[test]
    fn a_value_of_any_depth_is_an_error_and_not_a_stack_overflow() {
        for levels in [60_000, 1_000_000] {
            let mut deep = json!(null);
            for n in 0..levels {
                deep = if n % 2 == 0 {
                    Value::Array(vec![deep])
                } else {
                    Value::Object(Map::from_iter([(String::new(), deep)]))
                };
            }
            assert_eq!(Json::try_from(&deep).unwrap_err().kind(), JsonErrorKind::TooDeep);
            let object = Map::from_iter([("a".to_owned(), deep)]);
            assert_eq!(Json::try_from(object).unwrap_err().kind(), JsonErrorKind::TooDeep);
        }
    }

    #[test]
    fn numbers_that_are_not_read_are_refused() {
        assert_eq!("1e400".parse::<Json>().unwrap_err().kind(), JsonErrorKind::Syntax);
        assert_eq!(r#"{"a":1,"\u0061":1}"#.parse::<Json>().unwrap_err().kind(), JsonErrorKind::Repeated);
        assert!(
            serde_json::from_str::<Value>("1e400").map_or(true, |number| Json::try_from(number).is_err())
        );
        for json in ["1e308", "-0.0", "18446744073709551615", "-9223372036854775808", "-0"] {
            assert!(json.parse::<Json>().is_ok(), "{json}");
        }
        for json in ["123456789012345678901", "18446744073709551616", r#"[{"a":-9223372036854775809}]"#] {
            assert_eq!(json.parse::<Json>().unwrap_err().kind(), JsonErrorKind::LongNumber, "{json}");
        }
    }
}

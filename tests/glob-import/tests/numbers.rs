//! With the feature `arbitrary_precision` of serde_json, a program can make a number of any text.

use serde_json::{Map, Number, Value, json};
use twilio_capability::{Json, JsonErrorKind, OutgoingParams, PlaybackGrant};

fn number(text: &str) -> Value {
    Value::Number(Number::from_string_unchecked(text.to_owned()))
}

#[test]
fn a_number_is_one_number() {
    for text in [
        "1,\"admin\":true",
        "1,2",
        "\"text\"",
        "1},\"voice\":{\"b\":1",
        "[1]",
        "true",
        "",
        "1 2",
        "0x1",
        "NaN",
        "01",
        "1.",
    ] {
        // The macro `json!` would check the number.
        let object = Map::from_iter([("a".to_owned(), number(text))]);
        let values = [number(text), Value::Array(vec![0.into(), number(text)]), Value::Object(object)];
        for value in values {
            assert_eq!(
                Json::try_from(&value).map_err(|error| error.kind()),
                Err(JsonErrorKind::Syntax),
                "{text}"
            );
            assert!(Json::try_from(value.clone()).is_err());
            let object = Map::from_iter([("x".to_owned(), value)]);
            assert!(OutgoingParams::try_from(object.clone()).is_err());
            assert!(PlaybackGrant::try_from(object).is_err());
        }
    }
}

#[test]
fn a_number_that_is_read_is_written_as_it_is() {
    for text in
        ["0", "-1", "18446744073709551615", "1.50", "1e3", "-0", "0.1000000000000000055511151231257827"]
    {
        assert_eq!(Json::try_from(number(text)).map(|json| json.as_value().to_string()), Ok(text.to_owned()));
    }
    let long = number("123456789012345678901234567890");
    for value in [long.clone(), json!([long.clone()]), json!({ "a": long })] {
        assert_eq!(Json::try_from(value).map_err(|error| error.kind()), Err(JsonErrorKind::LongNumber));
    }
}

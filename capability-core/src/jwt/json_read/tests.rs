use proptest::collection::vec;
use proptest::prelude::*;

use super::check::FEW;
use super::*;

fn refusal(json: &str) -> (Fault, usize) {
    let error = parse(json.as_bytes()).unwrap_err();
    (error.fault, error.position)
}

#[test]
fn values_keep_their_type() {
    let document = parse(
        br#" {"n":null,"b":true,"i":17,"m":-1,"u":18446744073709551615,"f":1.0,"e":1e2,"z":-0,
            "s":"a","x":"\u0061","a":[1],"o":{"s":1}} "#,
    )
    .unwrap();
    let members = document.members();
    for (name, value) in [
        ("n", Value::Null),
        ("b", Value::Bool(true)),
        ("i", Value::Integer("17")),
        ("m", Value::Integer("-1")),
        ("u", Value::Integer("18446744073709551615")),
        ("f", Value::Fraction("1.0")),
        ("e", Value::Fraction("1e2")),
        ("z", Value::Fraction("-0")),
        ("s", Value::String("a".into())),
        ("x", Value::String("a".into())),
        ("a", Value::Array("[1]")),
        ("o", Value::Object("{\"s\":1}")),
    ] {
        assert_eq!(members.get(name), Some(value), "{name}");
    }
    assert_eq!(members.get("absent"), None);
    assert_eq!(members.names().collect::<String>(), "nbimufezsxao");
}

#[test]
fn values_equal_those_of_serde_json() {
    let json = r#"{"n":null,"b":[true,false],"i":-9223372036854775808,"u":18446744073709551615,"f":-1.5e300,
        "s":"\u00e9\"","o":{"a":[],"o":{}}}"#;
    let document = parse(json.as_bytes()).unwrap();
    let members = document.members();
    assert_eq!(
        serde_json::Value::Object(
            members.iter().map(|(name, value)| (name.into_owned(), value.to_json())).collect()
        ),
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
    assert_eq!(error, StrictError { fault: Fault::NotUtf8, position: 6 });
}

#[test]
fn a_number_is_a_number_and_an_object_an_object() {
    for json in ["1.5", "1e2", "-0", "0.1e-7", "18446744073709551616", "123456789012345678901234567890"] {
        assert_eq!(value(json, 1), Ok(Value::Fraction(json)), "{json}");
        // Also if a feature of `serde_json` keeps the digits.
        let number = value(json, 1).unwrap().to_json();
        assert_eq!(number.as_f64(), json.parse().ok(), "{json}");
        assert!(number.is_number());
    }
    // Names by which features of `serde_json` tell their own values.
    for name in ["Number", "RawValue", "Datetime"] {
        let json = format!("{{\"$serde_json::private::{name}\":\"1\"}}");
        assert_eq!(value(&json, 1), Ok(Value::Object(&json)));
        assert_eq!(value(&json, 1).unwrap().to_json().as_object().unwrap().len(), 1);
    }
}

#[test]
fn names_are_compared_after_decoding_also_if_there_are_many() {
    let many: Vec<_> = (0..2 * FEW).map(|n| format!("\"\\u00{n:02x}\\ud83d\\ude00\":0")).collect();
    assert!(parse(format!("{{{}}}", many.join(",")).as_bytes()).is_ok());
    for (n, c) in (0..2 * FEW).map(|n| (n, char::from(u8::try_from(n).unwrap()))) {
        let same = format!("{}\u{1f600}", c.escape_unicode());
        let same = if c < ' ' { format!("\\u{n:04X}\\uD83D\\uDE00") } else { same };
        let json = format!("{{{},\"{same}\":0}}", many.join(","));
        let (fault, position) = refusal(&json);
        assert_eq!(fault, Fault::Duplicate, "{json}");
        assert_eq!(json.get(position..), Some(format!("{same}\":0}}").as_str()));
    }
}

proptest! {
    #[test]
    fn any_text_is_read_as_serde_json_reads_it(pieces in vec(0..PIECES.len(), 0..24)) {
        let json: String = pieces.into_iter().filter_map(|piece| PIECES.get(piece)).copied().collect();
        let theirs = serde_json::from_str::<serde_json::Value>(&json);
        match (value(&json, MAX_DEPTH), theirs) {
            (Ok(ours), Ok(theirs)) => prop_assert_eq!(ours.to_json().to_string(), theirs.to_string()),
            // It keeps the last of two members of one name.
            (Err(StrictError { fault: Fault::Duplicate, .. }), Ok(_)) | (Err(_), Err(_)) => {}
            (ours, theirs) => prop_assert!(false, "{json}: {ours:?}, {theirs:?}"),
        }
    }

    #[test]
    fn any_value_comes_back(value in any_value()) {
        let json = value.to_string();
        prop_assert_eq!(super::value(&json, MAX_DEPTH).unwrap().to_json(), value);
    }
}

/// What JSON is made of, and what is nearly JSON. Numbers that all features of `serde_json` write in the same way.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\"a\"",
    "\"b\":",
    "\"a\":",
    "\"\"",
    "\\",
    "\\u0061",
    "\\ud800",
    "\\udc00",
    "\\n",
    "é",
    "\n",
    " ",
    "0",
    "17",
    "-1",
    "0.5",
    "01",
    "1.",
    "true",
    "null",
    "fals",
    "{\"a\":[1,{\"b\":\"\"}]}",
    "\u{b}",
];

fn any_value() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<u64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 40, 20, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..20).prop_map(Into::into),
            vec((any::<String>(), inner), 0..20)
                .prop_map(|members| serde_json::Value::Object(members.into_iter().collect())),
        ]
    })
}

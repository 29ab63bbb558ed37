//! Tokens that puzzled people, and what an inspection has to say about each.
//!
//! `tests/cases/inspect.json` has tokens from public reports, and `inspect_more.json` more of each kind. Of each entry in
//! `say`, one of the words between `|` is in the text or in the JSON, in any case; no entry in `never` is in either; and with
//! `"refused": false` no finding is an error.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that its cases share"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use twilio_capability::UnixTime;
use twilio_capability::read::{Severity, inspect_at};

use crate::support::{NOW, run};

fn now() -> UnixTime {
    NOW.parse().unwrap()
}

fn cases(file: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases").join(file);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn list<'a>(case: &'a Value, name: &str) -> impl Iterator<Item = &'a str> {
    case[name].as_array().unwrap().iter().map(|entry| entry.as_str().unwrap())
}

/// The text of a case: a token, or what somebody pasted, with a token for `{}`.
fn text(case: &Value) -> String {
    if let Some(token) = case["token"].as_str() {
        return token.to_owned();
    }
    let part = |name: &str| URL_SAFE_NO_PAD.encode(case[name].as_str().unwrap());
    let token = format!("{}.{}.{}", part("header"), part("claims"), "A".repeat(43));
    case["text"].as_str().unwrap_or("{}").replace("{}", &token)
}

/// What does not hold of a case.
fn failures(case: &Value) -> Vec<String> {
    let text = text(case);
    let words = inspect_at(&text, now()).to_string();
    let json = run(&["inspect", "--json", "--at", NOW, "-"], &[], text.as_bytes()).stdout;
    let found: Value = serde_json::from_str(&json).unwrap();
    let said = format!("{words}\n{json}").to_lowercase();
    let says = |word: &str| said.contains(&word.to_lowercase());
    let mut failures = Vec::new();
    for entry in list(case, "say").filter(|entry| !entry.split('|').any(says)) {
        failures.push(format!("does not say {entry}"));
    }
    for entry in list(case, "never").filter(|entry| says(entry)) {
        failures.push(format!("says {entry}"));
    }
    let refused = found["findings"].as_array().unwrap().iter().any(|finding| finding["severity"] == "error");
    if case["refused"] == false && refused {
        failures.push("is refused".to_owned());
    }
    if refused
        != inspect_at(&text, now()).findings().iter().any(|finding| finding.severity() == Severity::Error)
    {
        failures.push("the JSON and the library differ".to_owned());
    }
    if failures.is_empty() { failures } else { [failures, vec![words]].concat() }
}

fn check(cases: &[Value]) {
    for case in cases {
        let failures = failures(case);
        assert!(failures.is_empty(), "{}: {}", case["name"], failures.join("\n"));
    }
}

#[test]
fn tokens_that_puzzled_people_are_explained() {
    let cases = cases("inspect.json");
    assert_eq!(cases.len(), 31);
    check(&cases);
}

#[test]
fn more_tokens_of_each_kind_are_explained() {
    let more = cases("inspect_more.json");
    check(&more);
    let mut count = BTreeMap::new();
    for case in &more {
        *count.entry(case["kind"].as_str().unwrap()).or_insert(0) += 1;
    }
    for case in cases("inspect.json") {
        let kind = case["kind"].as_str().unwrap();
        assert!(
            count.get(kind).is_some_and(|count| *count >= 2),
            "fewer than two more cases of the kind {kind}"
        );
    }
}

//! What was pasted in place of a token, and JSON, which may have a token in it.

use twilio_capability_rules::sid::SidKind;

use super::rules::{HTML, JSON, NO_TEXT, NO_VALUE, QUOTES, SID_OR_SECRET, XML};
use super::{Step, candidate, starts_like_token};
use crate::inspect::quoted::Quoted;
use crate::inspect::secret;
use crate::jwt::json_read::{self, MAX_DEPTH, Value};

pub(super) fn nothing(text: &str) -> Option<Step> {
    text.is_empty().then_some(Step::Instead(&NO_TEXT, "there is nothing: the text is empty".into()))
}

pub(super) fn document(text: &str) -> Option<Step> {
    let rest = text.strip_prefix('<')?;
    let start: String = rest.chars().take(40).collect::<String>().to_ascii_lowercase();
    if ["!doctype html", "html", "head", "body"].iter().any(|tag| start.starts_with(tag)) {
        let sentence =
            "this is an HTML page, not a token: the server answered with a page, perhaps that of an error";
        return Some(Step::Instead(&HTML, sentence.into()));
    }
    if let Some(inside) =
        rest.strip_suffix('>').filter(|inside| starts_like_token(inside) && !inside.contains('<'))
    {
        let sentence = "there are angle brackets around the token: remove `<` and `>`";
        return Some(Step::Around(&QUOTES, sentence.into(), inside.to_owned()));
    }
    let what = if text.contains("<Response") { "TwiML (XML)" } else { "XML" };
    let sentence = format!(
        "this is {what}, not a token: webhooks answer with it. Ask the address that answers with a token"
    );
    Some(Step::Instead(&XML, sentence.into()))
}

pub(super) fn no_value(text: &str) -> Option<Step> {
    const EXACT: [&str; 10] =
        ["bearer", "undefined", "null", "none", "nil", "nan", "true", "false", "(null)", "<nil>"];
    let lower = text.trim_end_matches([';', ',']).to_ascii_lowercase();
    let starts = ["[object ", "promise {", "<coroutine", "[function", "function "];
    let is_no_value = EXACT.contains(&&*lower) || starts.iter().any(|start| lower.starts_with(start));
    is_no_value.then(|| {
        let shown: String = text.chars().take(40).collect();
        let sentence = format!("{} is not a token: the program had no value there", Quoted(&shown));
        Step::Instead(&NO_VALUE, sentence.into())
    })
}

pub(super) fn sid_or_secret(text: &str) -> Option<Step> {
    if let Some(kind) = SidKind::of(text).filter(|kind| kind.check(text).is_ok()) {
        let sentence = format!("this is {}, not a token", kind.a_noun());
        return Some(Step::Instead(&SID_OR_SECRET, sentence.into()));
    }
    (matches!(text.len(), 32 | 64) && secret::is_like(text)).then(|| {
        let sentence =
            "this looks like a secret, such as an auth token or a key for parameters, and not like a token";
        Step::Instead(&SID_OR_SECRET, sentence.into())
    })
}

pub(super) fn json(text: &str) -> Option<Step> {
    if !text.starts_with(['{', '[']) {
        return None;
    }
    let Ok(value) = json_read::value(text, MAX_DEPTH) else {
        // The object of another language has a token in quotes somewhere.
        return candidate(text).is_none().then(|| {
            Step::Instead(&JSON, "this looks like a piece of JSON, and there is no token in it".into())
        });
    };
    let Some((path, token)) = token_in(&value, "") else {
        return Some(Step::Instead(&JSON, "this is JSON, and there is no token in it".into()));
    };
    let sentence = if path.is_empty() {
        "this is JSON with a token in it: take the string alone, without brackets and quotes".to_owned()
    } else {
        format!(
            "this is JSON with a token in it: take the value of {} alone, without braces and quotes",
            Quoted(&path)
        )
    };
    Some(Step::Around(&JSON, sentence.into(), token))
}

/// The first string in JSON that starts like a token, and the name of its member.
fn token_in(value: &Value<'_>, name: &str) -> Option<(String, String)> {
    match value {
        Value::String(string) if candidate(string).is_some() => Some((name.to_owned(), string.to_string())),
        Value::Array(array) => json_read::elements(array).find_map(|value| token_in(&value, name)),
        Value::Object(object) => json_read::members(object).find_map(|(name, value)| token_in(&value, &name)),
        _ => None,
    }
}

/// A word that somebody was to replace: `YOUR_TOKEN`, `<token>`, `{{token}}`.
pub(super) fn placeholder(text: &str) -> Option<Step> {
    let lower = text.to_ascii_lowercase();
    let is_word = text.chars().all(|c| c.is_ascii_alphabetic() || "_-<>{}$%[]".contains(c));
    let is_placeholder =
        text.len() < 60 && is_word && ["token", "jwt"].iter().any(|word| lower.contains(word));
    is_placeholder.then(|| {
        let sentence = format!("{} is a placeholder, not a token", Quoted(text));
        Step::Instead(&NO_VALUE, sentence.into())
    })
}

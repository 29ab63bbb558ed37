//! What Twilio takes of a scope of which it ignores a part.

use std::borrow::Cow;
use std::ops::Range;

use super::findings::{SCOPE_KEY, SCOPE_MALFORMED, SCOPE_SERVICE, SCOPE_SPACES, SCOPE_WORD};
use super::marks::SCOPE_CLAIM;
use super::percent_decode;
use super::read_scopes::ReadScopes;
use super::scope_error::{ScopeError, ScopeErrorKind};
use crate::inspect::{FindingRule, Findings, Quoted};

/// The most parts that are taken out one by one: reading stays linear in the size of the token.
const MOST_PARTS: usize = 16;

/// Reads a scope without the parts that say nothing, each of which is a finding.
pub(super) fn read(scope: &str, findings: &mut Findings) -> Option<ReadScopes> {
    let mut rest = Cow::Borrowed(scope);
    for _ in 0..MOST_PARTS {
        let error = match rest.parse() {
            Ok(scopes) => return Some(scopes),
            Err(error) => error,
        };
        let Some(part) = ignored(&rest, error) else {
            findings.add(&SCOPE_MALFORMED, SCOPE_CLAIM.path(), format_args!("{error}, in {}", Quoted(&rest)));
            return None;
        };
        findings.add(part.rule, SCOPE_CLAIM.path(), part.sentence);
        rest.to_mut().replace_range(part.at, "");
    }
    let sentence = format!("more than {MOST_PARTS} parts of the scope say nothing: the rest was not read");
    findings.add(&SCOPE_KEY, SCOPE_CLAIM.path(), sentence);
    None
}

/// A part that says nothing.
struct Ignored {
    rule: &'static FindingRule,
    sentence: String,
    at: Range<usize>,
}

fn ignored(scope: &str, error: ScopeError) -> Option<Ignored> {
    let at = error.position();
    match error.kind() {
        ScopeErrorKind::UnknownKey
        | ScopeErrorKind::NoValue
        | ScopeErrorKind::RepeatedKey
        | ScopeErrorKind::EmptyParameter => pair(scope, at, error.kind()),
        ScopeErrorKind::NotAScope => {
            let word = word(scope, at)?;
            let shown = Quoted(word);
            let sentence = format!(
                "the word {shown} in the scope is not a scope: was a name with a space in it not encoded?"
            );
            Some(Ignored { rule: &SCOPE_WORD, sentence, at: with_space(scope, at, word.len()) })
        }
        ScopeErrorKind::UnknownService => {
            let start = at.checked_sub("scope:".len())?;
            let word = word(scope, start)?;
            let sentence = format!("the scope {} names a service that is not known here", Quoted(word));
            Some(Ignored { rule: &SCOPE_SERVICE, sentence, at: with_space(scope, start, word.len()) })
        }
        ScopeErrorKind::Empty => {
            let sentence = "there is a space in the scope with nothing before or after it".to_owned();
            Some(Ignored { rule: &SCOPE_SPACES, sentence, at: with_space(scope, at, 0) })
        }
        _ => None,
    }
}

/// A key and its value, between two `&`.
fn pair(scope: &str, at: usize, kind: ScopeErrorKind) -> Option<Ignored> {
    let (before, rest) = scope.split_at_checked(at)?;
    let pair = rest.split(['&', ' ']).next()?;
    let is_empty = kind == ScopeErrorKind::EmptyParameter;
    if is_empty && (!before.ends_with(['&', '?']) || !pair.is_empty()) {
        return inner_separator(before, rest, at);
    }
    let decoded = percent_decode::decode(pair).unwrap_or(pair.into());
    let (key, _) = decoded.split_once('=').unwrap_or((&decoded, ""));
    let (key, shown) = (Quoted(key), Quoted(pair));
    let sentence = match kind {
        ScopeErrorKind::RepeatedKey => format!("the key {key} occurs twice in a scope: {shown} is ignored"),
        ScopeErrorKind::NoValue => format!("the key {key} of a scope has no value"),
        ScopeErrorKind::EmptyParameter => {
            "there is an `&` in a scope with nothing before or after it".to_owned()
        }
        _ => format!(
            "a scope has a key {key} that is not known: {shown} is ignored. If it is a parameter, the `&` before it was not \
             encoded"
        ),
    };
    let end = at + pair.len();
    let followed = rest.get(pair.len()..).is_some_and(|after| after.starts_with('&'));
    let range = if before.ends_with('&') || !followed { at - 1..end } else { at..end + 1 };
    Some(Ignored { rule: &SCOPE_KEY, sentence, at: range })
}

/// An `&` too many in a list of parameters, where it is encoded once.
fn inner_separator(before: &str, rest: &str, at: usize) -> Option<Ignored> {
    const AND: &str = "%26";
    let range = if before.ends_with(AND) {
        at - AND.len()..at
    } else if rest.starts_with(AND) {
        at..at + AND.len()
    } else {
        return None;
    };
    let sentence = "there is an `&` in the parameters of a scope with nothing before or after it".to_owned();
    Some(Ignored { rule: &SCOPE_KEY, sentence, at: range })
}

fn word(scope: &str, at: usize) -> Option<&str> {
    scope.get(at..)?.split(' ').next()
}

/// A word with a space before it or, at the start, after it.
fn with_space(scope: &str, at: usize, len: usize) -> Range<usize> {
    match at.checked_sub(1) {
        Some(space) => space..at + len,
        None => 0..(len + 1).min(scope.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_of_a_scope_is_read_without_what_says_nothing() {
        let app = "scope:client:outgoing?appSid=AP1";
        let incoming = "scope:client:incoming?clientName=a";
        for (scope, rest, ids) in [
            (format!("{app}&appParams=a%3D1&b%3D2"), format!("{app}&appParams=a%3D1"), &["scope-key"][..]),
            (format!("{incoming}&x=1&y=2"), incoming.to_owned(), &["scope-key", "scope-key"]),
            ("scope:client:incoming?x=1&clientName=a".to_owned(), incoming.to_owned(), &["scope-key"]),
            ("scope:client:incoming?x=1".to_owned(), "scope:client:incoming".to_owned(), &["scope-key"]),
            (format!("{incoming}&clientName=b"), incoming.to_owned(), &["scope-key"]),
            (format!("{incoming}&&"), incoming.to_owned(), &["scope-key", "scope-key"]),
            (
                format!("{app}&appParams=%26a%3D1%26%26b%3D2"),
                format!("{app}&appParams=a%3D1%26b%3D2"),
                &["scope-key", "scope-key"],
            ),
            (format!("{incoming} smith"), incoming.to_owned(), &["scope-word"]),
            (format!("smith {incoming}"), incoming.to_owned(), &["scope-word"]),
            ("smith".to_owned(), String::new(), &["scope-word"]),
            (
                format!("{incoming} scope:client:listen {app}"),
                format!("{incoming} {app}"),
                &["scope-service"],
            ),
            (format!("{incoming}  {app}"), format!("{incoming} {app}"), &["scope-spaces"]),
            (format!(" {incoming} "), incoming.to_owned(), &["scope-spaces", "scope-spaces"]),
        ] {
            let mut findings = Findings::default();
            let read = read(&scope, &mut findings);
            assert_eq!(read, Some(rest.parse().unwrap()), "{scope}");
            assert_eq!(findings.ids().collect::<Vec<_>>(), ids, "{scope}");
        }
    }

    #[test]
    fn what_cannot_be_cut_out_is_an_error_or_is_left() {
        let app = "scope:client:outgoing?appSid=AP1&appParams=";
        let many = format!("scope:client:incoming?{}", "x=1&".repeat(40));
        for (scope, id) in [
            ("scope:client:outgoing", "scope-malformed"),
            (&format!("{app}%"), "scope-malformed"),
            (&many, "scope-key"),
        ] {
            let mut findings = Findings::default();
            assert_eq!(read(scope, &mut findings), None, "{scope}");
            assert_eq!(findings.ids().last(), Some(id), "{scope}");
        }
    }
}

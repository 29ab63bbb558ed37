use proc_macro2::{Literal, TokenStream, TokenTree};
use syn::Lit;
use twilio_capability_rules::sid::{SidErrorKind, SidKind};
use twilio_capability_rules::string::StringRule;
use twilio_capability_rules::{region as region_rule, sid as sid_rule};

use crate::findings::{Finding, Findings, shown};
use crate::syntax::{Key, Operand, Place};
use crate::values::{Text, Value};

/// A string that obeys this rule.
pub(crate) fn string<'t>(
    rule: StringRule,
    operand: &'t Operand,
    findings: &mut Findings,
) -> Option<Text<'t>> {
    text(operand, rule.a_noun().as_str(), findings, |value, place| {
        rule.check(value).map_err(|error| Finding::new(place, error.report(value).as_str()))
    })
}

/// The SID of an application, for the statement `word`.
pub(crate) fn application_sid<'t>(
    operand: &'t Operand,
    word: &str,
    findings: &mut Findings,
) -> Option<Text<'t>> {
    sid(SidKind::Application, operand, word, findings)
}

/// A SID of this kind, for the statement `word`.
pub(crate) fn sid<'t>(
    kind: SidKind,
    operand: &'t Operand,
    word: &str,
    findings: &mut Findings,
) -> Option<Text<'t>> {
    let noun = kind.a_noun();
    if let [TokenTree::Ident(ident)] = operand.tokens.as_slice()
        && let text = ident.to_string()
        && sid_rule::check(kind, &text).is_ok()
    {
        let finding = Finding::new(operand.place, format!("{} is a text in double quotes", noun.as_str()));
        findings.push(finding.help(&format!("write `\"{text}\"`")));
        return None;
    }
    text(operand, noun.as_str(), findings, |value, place| {
        sid_rule::check(kind, value).map_err(|error| {
            let finding = Finding::new(place, error.report(value).as_str());
            match error.kind() {
                SidErrorKind::OtherKind(_) => finding.note(&format!("`{word}` takes {}", noun.as_str())),
                _ => finding,
            }
        })
    })
}

/// An identity for Voice.
pub(crate) fn voice_identity<'t>(operand: &'t Operand, findings: &mut Findings) -> Option<Text<'t>> {
    text(operand, "an identity", findings, |value, place| {
        StringRule::VOICE_IDENTITY.check(value).map_err(|error| {
            let finding = Finding::new(place, error.report(value).as_str());
            finding.note("the `voice` grant asks for such an identity; other grants take any")
        })
    })
}

/// The code of a region.
pub(crate) fn region<'t>(operand: &'t Operand, findings: &mut Findings) -> Option<Text<'t>> {
    text(operand, "a region", findings, |value, place| {
        region_rule::check(value).map_err(|error| Finding::new(place, error.report(value).as_str()))
    })
}

/// The name of a parameter for an application.
pub(super) fn param_name(key: &Key, findings: &mut Findings) -> Option<(String, Place)> {
    key_name(key, "the name of a parameter", findings, |name, place| {
        StringRule::PARAM_NAME.check(name).map_err(|error| Finding::new(place, error.report(name).as_str()))
    })
}

/// The name of an event filter.
pub(super) fn filter_name(key: &Key, findings: &mut Findings) -> Option<(String, Place)> {
    key_name(key, "the name of a filter", findings, |name, place| {
        StringRule::FILTER_NAME.check(name).map_err(|error| Finding::new(place, error.report(name).as_str()))
    })
}

/// An expression that is no literal: what it stands for has no business in source code.
///
/// `ty` and `example` are for the help line: what reads them, and what to write then.
pub(crate) fn no_secret<'t>(
    operand: &'t Operand,
    ty: &str,
    example: &str,
    findings: &mut Findings,
) -> Option<&'t Operand> {
    let is_secret = match operand.tokens.as_slice() {
        // `("AC…", "…")`: both in one.
        [TokenTree::Group(group)] => is_literals(group.stream()),
        _ => operand.literal().is_some(),
    };
    if !is_secret {
        return Some(operand);
    }
    findings.push(
        Finding::new(operand.place, "credentials do not belong in source code")
            .help(&format!("read them with `{ty}::from_env()` and write `credentials {example}`")),
    );
    None
}

/// Whether these are literals, and nothing else but commas.
fn is_literals(list: TokenStream) -> bool {
    let mut found = false;
    list.into_iter().all(|tree| match tree {
        TokenTree::Literal(_) => {
            found = true;
            true
        }
        TokenTree::Punct(punct) => punct.as_char() == ',',
        _ => false,
    }) && found
}

fn text<'t>(
    operand: &'t Operand,
    noun: &str,
    findings: &mut Findings,
    check: impl Fn(&str, Place) -> Result<(), Finding>,
) -> Option<Text<'t>> {
    let Some(literal) = operand.literal() else { return Some(Value::Expression(operand)) };
    let found = plain(literal, operand.place, noun, |value| check(value, operand.place).is_ok())
        .and_then(|value| check(&value, operand.place));
    match found {
        Ok(()) => Some(Value::Known(literal)),
        Err(finding) => {
            findings.push(finding);
            None
        }
    }
}

fn key_name(
    key: &Key,
    noun: &str,
    findings: &mut Findings,
    check: impl Fn(&str, Place) -> Result<(), Finding>,
) -> Option<(String, Place)> {
    let (name, place) = match key {
        Key::Ident(name, place) => (Ok(name.clone()), *place),
        Key::Literal(literal, place) => {
            let fits = |value: &str| check(value, *place).is_ok();
            (plain(literal, *place, noun, fits), *place)
        }
    };
    match name.and_then(|name| check(&name, place).map(|()| name)) {
        Ok(name) => Some((name, place)),
        Err(finding) => {
            findings.push(finding);
            None
        }
    }
}

/// The text of a plain string literal. `fits` tells whether a text would do, for the help line.
fn plain(
    literal: &Literal,
    place: Place,
    noun: &str,
    fits: impl Fn(&str) -> bool,
) -> Result<String, Finding> {
    // What nearly all are, without a parser.
    let written = literal.to_string();
    if let Some(simple) = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'))
        && !simple.contains(['\\', '\r', '\n'])
    {
        return Ok(simple.to_owned());
    }
    if let Lit::Str(text) = read(literal)
        && text.suffix().is_empty()
    {
        return Ok(text.value());
    }
    let finding = Finding::new(place, format!("{noun} is a text in double quotes"));
    Err(match content(literal).filter(|inner| fits(inner) && shown(inner).is_some()) {
        Some(inner) => finding.help(&format!("write `\"{inner}\"`")),
        None => {
            finding.help("write `\"…\"`, without a letter in front of the first quote or behind the last")
        }
    })
}

/// What is in any literal: the text between its quotes, the digits of a number.
pub(crate) fn content(literal: &Literal) -> Option<String> {
    match read(literal) {
        Lit::Str(text) => Some(text.value()),
        Lit::ByteStr(text) => String::from_utf8(text.value()).ok(),
        Lit::CStr(text) => text.value().into_string().ok(),
        Lit::Char(c) => Some(c.value().to_string()),
        Lit::Byte(byte) => Some(char::from(byte.value()).to_string()),
        _ => Some(literal.to_string()),
    }
}

/// A literal, read by syn unless it is a number: those it makes integers of, in a time that grows with the square.
fn read(literal: &Literal) -> Lit {
    let text = literal.to_string();
    if text.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
        Lit::Verbatim(literal.clone())
    } else {
        Lit::new(literal.clone())
    }
}

use proc_macro2::{Literal, TokenTree};
use syn::Lit;
use twilio_capability_rules::sid::{SidErrorKind, SidKind};
use twilio_capability_rules::string::StringRule;
use twilio_capability_rules::{policy_url, region};

use crate::macros::expansion::ArgumentValue;
use crate::macros::mistakes::{Mistake, shown};
use crate::macros::source_span::SourceSpan;
use crate::macros::syntax::Expr;

/// A string that obeys `rule`.
pub(super) fn string<'t>(
    expr: &'t Expr,
    noun: &str,
    ty: &'static str,
    rule: StringRule,
) -> Result<ArgumentValue<'t>, Mistake> {
    checked(expr, noun, ty, |value| obeys(rule, value, expr.span))
}

/// A string with a rule that only this statement has. A note says why.
pub(super) fn string_because<'t>(
    expr: &'t Expr,
    noun: &str,
    ty: &'static str,
    rule: StringRule,
    why: &str,
) -> Result<ArgumentValue<'t>, Mistake> {
    checked(expr, noun, ty, |value| obeys(rule, value, expr.span).map_err(|mistake| mistake.note(why)))
}

/// Whether `value` obeys `rule`. A SID could be a name, but was hardly meant as one.
fn obeys(rule: StringRule, value: &str, span: SourceSpan) -> Result<(), Mistake> {
    rule.check(value).map_err(|error| Mistake::new(span, error.report(value).as_str()))?;
    let is_name = rule == StringRule::CLIENT_NAME || rule == StringRule::VOICE_IDENTITY;
    let Some(kind) = SidKind::of(value).filter(|kind| is_name && kind.check(value).is_ok()) else {
        return Ok(());
    };
    let place = match kind {
        SidKind::Application => "`outgoing`",
        SidKind::Account | SidKind::ApiKey => "the credentials",
        SidKind::Credential => "`push_credential`",
        SidKind::Service => "`chat` or `sync`",
        // The identity of a worker can be its SID.
        SidKind::Worker => return Ok(()),
        _ => "another statement",
    };
    let headline = format!("this is {}, not {}", kind.a_noun().as_str(), rule.a_noun().as_str());
    Err(Mistake::new(span, headline).help(&format!("does it belong in {place}?")))
}

/// A SID after `word`.
pub(super) fn sid<'t>(
    expr: &'t Expr,
    noun: &str,
    ty: &'static str,
    kind: SidKind,
    word: &str,
) -> Result<ArgumentValue<'t>, Mistake> {
    if let [TokenTree::Ident(ident)] = expr.tokens.as_slice()
        && let text = ident.to_string()
        && kind.check(&text).is_ok()
    {
        let mistake = Mistake::new(expr.span, format!("{noun} is a string in double quotes"));
        return Err(mistake.help(&format!("write `\"{text}\"`")));
    }
    checked(expr, noun, ty, |value| {
        kind.check(value).map_err(|error| {
            let mistake = Mistake::new(expr.span, error.report(value).as_str());
            match error.kind() {
                SidErrorKind::OtherKind(_) => mistake.note(&format!("`{word}` takes {noun}")),
                _ => mistake,
            }
        })
    })
}

/// The code of a region.
pub(super) fn region<'t>(expr: &'t Expr, noun: &str, ty: &'static str) -> Result<ArgumentValue<'t>, Mistake> {
    checked(expr, noun, ty, |value| {
        region::check(value).map_err(|error| Mistake::new(expr.span, error.report(value).as_str()))
    })
}

/// What a policy is about.
pub(super) fn policy_url<'t>(
    expr: &'t Expr,
    noun: &str,
    ty: &'static str,
) -> Result<ArgumentValue<'t>, Mistake> {
    checked(expr, noun, ty, |value| {
        policy_url::check(value).map_err(|error| Mistake::new(expr.span, error.report(value).as_str()))
    })
}

fn checked<'t>(
    expr: &'t Expr,
    noun: &str,
    ty: &'static str,
    check: impl Fn(&str) -> Result<(), Mistake>,
) -> Result<ArgumentValue<'t>, Mistake> {
    let Some(literal) = expr.literal() else {
        return Ok(if expr.is_constant_string() {
            ArgumentValue::Constant(ty, expr)
        } else {
            ArgumentValue::Expr(ty, expr)
        });
    };
    let value = plain(literal, expr.span, noun, |value| check(value).is_ok())?;
    check(&value).map(|()| ArgumentValue::Written(ty, literal))
}

/// The value of a plain string literal. `fits` says whether a string is accepted, for the help line.
pub(crate) fn plain(
    literal: &Literal,
    span: SourceSpan,
    noun: &str,
    fits: impl Fn(&str) -> bool,
) -> Result<String, Mistake> {
    // Most literals have this form, which needs no parser.
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
    let mistake = Mistake::new(span, format!("{noun} is a string in double quotes"));
    Err(match content(literal).filter(|inner| fits(inner) && shown(inner).is_some()) {
        Some(inner) => mistake.help(&format!("write `\"{inner}\"`")),
        None => mistake.help("write `\"…\"`, with no letter before the first quote or after the last"),
    })
}

/// The value of the expression, if it is a plain string literal.
pub(crate) fn literal_string(expr: &Expr) -> Option<String> {
    plain(expr.literal()?, expr.span, "", |_| true).ok()
}

/// The contents of any literal: the string between its quotes, or the digits of a number.
pub(super) fn content(literal: &Literal) -> Option<String> {
    match read(literal) {
        Lit::Str(text) => Some(text.value()),
        Lit::ByteStr(text) => String::from_utf8(text.value()).ok(),
        Lit::CStr(text) => text.value().into_string().ok(),
        Lit::Char(c) => Some(c.value().to_string()),
        Lit::Byte(byte) => Some(char::from(byte.value()).to_string()),
        // Several characters in single quotes, which Rust does not read.
        _ => Some(literal.to_string().trim_matches('\'').to_owned()),
    }
}

/// A literal, parsed by syn unless it is a number: syn converts numbers in a time that grows with the square of their length.
fn read(literal: &Literal) -> Lit {
    let text = literal.to_string();
    if text.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
        Lit::Verbatim(literal.clone())
    } else {
        Lit::new(literal.clone())
    }
}

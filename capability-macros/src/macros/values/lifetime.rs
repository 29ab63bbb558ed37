use proc_macro2::{Delimiter, Literal, TokenTree};
use twilio_capability_rules::lifetime::{self as rule, LifetimeError, LifetimeErrorKind};

use crate::macros::expansion::ArgumentValue;
use crate::macros::mistakes::{Mistake, shown};
use crate::macros::source_span::SourceSpan;
use crate::macros::syntax::{Expr, Number, Unit, spelled};
use crate::macros::values::string::content;

/// The rule in one line.
const FORM: &str = "write a whole number, of seconds or with a unit: `300`, `300s`, `5m`, `1h`";

/// A lifetime. A literal becomes its number of seconds.
pub(super) fn lifetime<'t>(expr: &'t Expr, ty: &'static str) -> Result<ArgumentValue<'t>, Mistake> {
    match expr.tokens.as_slice() {
        [TokenTree::Literal(literal)] => of_literal(literal, expr.span)
            .map(|seconds| ArgumentValue::Made(ty, Literal::u32_unsuffixed(seconds))),
        [TokenTree::Punct(minus), TokenTree::Literal(literal)]
            if minus.as_char() == '-' && Number::of(literal).is_some() =>
        {
            Err(broken(expr.span, LifetimeError::negative()))
        }
        tokens if is_calculation(tokens) => Err(calculation(tokens, expr.span)),
        _ => Ok(ArgumentValue::Expr(ty, expr)),
    }
}

/// Whether an expression calculates with a number: `60 * 5`, `60 * MINUTES`.
fn is_calculation(tokens: &[TokenTree]) -> bool {
    match tokens {
        [TokenTree::Literal(first), TokenTree::Punct(operator), _, ..] => {
            Number::of(first).is_some() && "+-*/%".contains(operator.as_char())
        }
        [TokenTree::Group(group), TokenTree::Punct(operator), _, ..] => {
            let inner: Vec<_> = group.stream().into_iter().collect();
            group.delimiter() == Delimiter::Parenthesis
                && "+-*/%".contains(operator.as_char())
                && is_calculation(&inner)
        }
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
            is_calculation(&group.stream().into_iter().collect::<Vec<_>>())
        }
        _ => false,
    }
}

fn calculation(tokens: &[TokenTree], span: SourceSpan) -> Mistake {
    let is_constant = |tree: &TokenTree| match tree {
        TokenTree::Literal(_) | TokenTree::Punct(_) => true,
        TokenTree::Ident(name) => !name.to_string().contains(|c: char| c.is_lowercase()),
        TokenTree::Group(group) => {
            group.stream().into_iter().all(|tree| matches!(tree, TokenTree::Literal(_) | TokenTree::Punct(_)))
        }
    };
    let text = tokens.iter().map(TokenTree::to_string).collect::<Vec<_>>().join(" ");
    let mistake = Mistake::new(span, "this expression is a number, not a lifetime");
    match shown(&text) {
        Some(text) if tokens.iter().all(is_constant) => {
            mistake.help(&format!("write `Ttl::from_static({text})`"))
        }
        Some(text) => mistake.help(&format!("write `Ttl::from_secs({text})?`")),
        None => mistake.help("write `Ttl::from_secs(seconds)?`"),
    }
}

fn of_literal(literal: &Literal, span: SourceSpan) -> Result<u32, Mistake> {
    let Some(number) = Number::of(literal) else {
        let mistake = Mistake::new(span, "a lifetime is a number, not a string");
        let inner = content(literal).filter(|inner| understood(inner));
        return Err(match inner.as_deref().map(str::trim) {
            Some(inner) => mistake.help(&format!("delete the quotes: `{inner}`")),
            None => mistake.help(FORM),
        });
    };
    if number.negative {
        return Err(broken(span, LifetimeError::negative()));
    }
    if number.odd {
        return Err(Mistake::new(span, "a lifetime is written in plain digits").help(FORM));
    }
    let Some(unit) = Unit::of_suffix(&number.suffix) else { return Err(unit_unknown(&number, span)) };
    if number.fraction.is_some() {
        return Err(fraction(&number, unit, span));
    }
    let Some(seconds) = number.seconds(unit) else {
        return Err(Mistake::new(span, "this number is too large for a lifetime").help("write at most `24h`"));
    };
    rule::check(seconds).map_err(|error| match (error.kind(), unit) {
        (LifetimeErrorKind::TooLong(_), Unit::Minutes | Unit::Hours) => {
            Mistake::new(span, error.headline().as_str()).help("write at most `24h`")
        }
        _ => broken(span, error),
    })
}

fn broken(span: SourceSpan, error: LifetimeError) -> Mistake {
    Mistake::new(span, error.headline().as_str()).help(error.help().as_str())
}

/// The mistake for `1.5h`, which names the whole number if there is one.
fn fraction(number: &Number, unit: Unit, span: SourceSpan) -> Mistake {
    match number.seconds(unit).filter(|seconds| rule::check(*seconds).is_ok()) {
        Some(seconds) => Mistake::new(span, "a lifetime is a whole number, this has a decimal point")
            .help(&format!("write `{}`", spelled(seconds))),
        None => broken(span, LifetimeError::fraction()),
    }
}

fn unit_unknown(number: &Number, span: SourceSpan) -> Mistake {
    let suffix = number.suffix.as_str();
    let whole = if number.fraction.is_none() { number.digits.parse::<u64>().ok() } else { None };
    let seconds = match (suffix, whole) {
        ("ms" | "millis", Some(n)) if n.is_multiple_of(1000) => Some(n / 1000),
        ("d" | "day" | "days", Some(n)) => n.checked_mul(86_400),
        (
            "u8" | "u16" | "u32" | "u64" | "u128" | "usize" | "i8" | "i16" | "i32" | "i64" | "i128" | "isize",
            n,
        ) => n,
        _ => Unit::meant_by(suffix).and_then(|unit| number.seconds(unit)),
    };
    let all = format!("{}{suffix}", number.digits);
    let headline = match shown(&all) {
        Some(_) => format!("`{suffix}` is not a unit of a lifetime"),
        None => "this number has an unknown unit".to_owned(),
    };
    let mistake = Mistake::new(span, headline);
    if let Some(sum) = number.sum().filter(|sum| rule::check(*sum).is_ok() && seconds.is_none()) {
        return Mistake::new(span, "a lifetime is one number with one unit")
            .help(&format!("write `{}`", spelled(sum)));
    }
    match seconds.filter(|seconds| rule::check(*seconds).is_ok()) {
        // The suffix of a Rust number: the digits were right.
        Some(seconds) if Some(seconds) == whole => mistake.help(&format!("write `{seconds}`")),
        Some(seconds) => mistake.help(&format!("write `{}`", spelled(seconds))),
        None => {
            mistake.help("the units are `s`, `m` and `h`, from 1 s to 24 hours: `300`, `300s`, `5m`, `1h`")
        }
    }
}

/// Whether a string would be a lifetime without its quotes.
fn understood(text: &str) -> bool {
    let text = text.trim();
    let number = text.parse::<Literal>().ok().and_then(|literal| Number::of(&literal));
    let Some(number) = number.filter(|number| !number.negative && !number.odd) else { return false };
    Unit::of_suffix(&number.suffix)
        .and_then(|unit| number.seconds(unit))
        .is_some_and(|seconds| number.fraction.is_none() && rule::check(seconds).is_ok())
}

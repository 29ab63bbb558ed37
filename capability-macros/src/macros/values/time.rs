use proc_macro2::TokenTree;
use twilio_capability_rules::{lifetime, time as rule};

use crate::macros::mistakes::Mistake;
use crate::macros::syntax::{Expr, Number, Unit};

/// A point in time after `word`: any expression except a literal, which does not say which clock and unit it counts.
pub(super) fn time(expr: &Expr, word: &str) -> Result<(), Mistake> {
    let literal = match expr.tokens.as_slice() {
        [TokenTree::Literal(literal)] => Some(literal),
        [TokenTree::Punct(minus), TokenTree::Literal(_)] if minus.as_char() == '-' => None,
        _ => return Ok(()),
    };
    let mistake = |is: &str| Mistake::new(expr.span, format!("`{word}` takes a point in time, not {is}"));
    let form = format!("write `{word} time`, with a `UnixTime`");
    Err(match literal.map(Number::of) {
        None => mistake("a number").help(&form),
        Some(None) => mistake("a string").help(&form),
        Some(Some(number)) => mistake("a number").help(&of_number(&number, word).unwrap_or(form)),
    })
}

/// A smaller number is not meant as a point in time: this one is in 2001, before Twilio existed.
const EARLIEST: u64 = 1_000_000_000;

/// What to write instead of a number.
fn of_number(number: &Number, word: &str) -> Option<String> {
    if number.negative || number.odd || number.fraction.is_some() {
        return None;
    }
    let unit = Unit::of_suffix(&number.suffix)?;
    let seconds = number.seconds(unit)?;
    if word == "expires" && lifetime::check(seconds).is_ok() {
        return Some(format!("for how long a token lives, write `ttl {}{}`", number.digits, number.suffix));
    }
    if !number.suffix.is_empty() || seconds < EARLIEST {
        return None;
    }
    match rule::check(seconds) {
        Ok(_) => Some(format!("write `UnixTime::from_secs({seconds})?`")),
        Err(error) => Some(error.help().as_str().to_owned()),
    }
}

use proc_macro2::TokenTree;
use twilio_capability_rules::{lifetime, time as rule};

use crate::findings::{Finding, Findings};
use crate::syntax::Operand;
use crate::values::number::{Number, Unit};

/// A point in time: any expression but a literal, which cannot say what clock and unit it counts.
pub(crate) fn unix_time<'t>(
    operand: &'t Operand,
    word: &str,
    findings: &mut Findings,
) -> Option<&'t Operand> {
    let literal = match operand.tokens.as_slice() {
        [TokenTree::Literal(literal)] => literal,
        [TokenTree::Punct(minus), TokenTree::Literal(literal)] if minus.as_char() == '-' => literal,
        _ => return Some(operand),
    };
    let finding = |is: &str| Finding::new(operand.place, format!("`{word}` takes a point in time, not {is}"));
    let form = format!("write `{word} time`, with a `UnixTime`");
    findings.push(match Number::of(literal) {
        None => finding("a text").help(&form),
        Some(number) => finding("a number").help(&of_number(&number, word).unwrap_or(form)),
    });
    None
}

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
    if !number.suffix.is_empty() {
        return None;
    }
    match rule::check(seconds) {
        Ok(_) => Some(format!("write `UnixTime::from_secs({seconds})?`")),
        Err(error) => Some(error.help().as_str().to_owned()),
    }
}

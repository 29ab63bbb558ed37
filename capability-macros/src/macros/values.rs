//! Checks literals against the rules, whose messages it uses. The compiler checks all other expressions.

mod lifetime;
mod no_literal;
mod params;
pub(crate) mod string;
mod time;

pub(crate) use self::params::params;

use proc_macro2::Span;

use crate::macros::expansion::{Argument, ArgumentValue};
use crate::macros::mistakes::Mistakes;
use crate::macros::syntax::Expr;
use crate::macros::table::{Rule, Value};

/// Checks the expression after `word` and returns it as an argument, or records a mistake.
pub(crate) fn argument<'t>(
    Value { noun, ty, rule }: Value,
    expr: &'t Expr,
    (word, span): (&str, Span),
    mistakes: &mut Mistakes,
) -> Option<Argument<'t>> {
    let found = match rule {
        Rule::String(rule) => string::string(expr, noun, ty, rule),
        Rule::StringBecause(rule, why) => string::string_because(expr, noun, ty, rule, why),
        Rule::Sid(kind) => string::sid(expr, noun, ty, kind, word),
        Rule::Region => string::region(expr, noun, ty),
        Rule::PolicyUrl => string::policy_url(expr, noun, ty),
        Rule::Lifetime => lifetime::lifetime(expr, ty),
        Rule::Time => time::time(expr, word).map(|()| ArgumentValue::Expr(ty, expr)),
        Rule::Credentials(help) => {
            no_literal::credentials(expr, help).map(|()| ArgumentValue::Reference(Some(ty), expr))
        }
        Rule::NoLiteral(headline, help) => {
            no_literal::no_literal(expr, headline, help).map(|()| ArgumentValue::Expr(ty, expr))
        }
    };
    match found {
        Ok(value) => Some(Argument { span, value }),
        Err(mistake) => {
            mistakes.push(mistake);
            None
        }
    }
}

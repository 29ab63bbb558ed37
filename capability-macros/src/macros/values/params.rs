use std::collections::HashMap;

use proc_macro2::Literal;

use crate::macros::expansion::{Argument, ArgumentValue, Call};
use crate::macros::mistakes::{Mistake, Mistakes};
use crate::macros::source_span::SourceSpan;
use crate::macros::syntax::{Expr, Param, ParamName};
use crate::macros::table::Params;
use crate::macros::values::string::plain;

/// The calls that parameters become, each name once. Wrong parameters are left out.
pub(crate) fn params<'t>(row: &Params, list: &'t [Param], mistakes: &mut Mistakes) -> Vec<Call<'t>> {
    let mut firsts: HashMap<String, Option<String>> = HashMap::new();
    let mut calls = Vec::new();
    for Param { name, value } in list {
        let Some(name) = name else { continue };
        let text = match checked(row, name) {
            Ok(text) => text,
            Err(mistake) => {
                mistakes.push(mistake);
                continue;
            }
        };
        let Some(value) = value else { continue };
        if let Some(first) = firsts.get(&text) {
            mistakes.push(twice(row.noun, &text, name.span(), first.as_deref()));
            continue;
        }
        match call(row, &text, name.span(), value) {
            Ok(call) => calls.push(call),
            Err(mistake) => mistakes.push(mistake),
        }
        firsts.insert(text, value.shown());
    }
    calls
}

/// The name as a string that follows its rule.
fn checked(row: &Params, name: &ParamName) -> Result<String, Mistake> {
    let text = match name {
        ParamName::Ident(name, _) => name.clone(),
        ParamName::Literal(literal, span) => {
            let noun = format!("the name of a {}", row.noun);
            plain(literal, *span, &noun, |value| row.name_rule.check(value).is_ok())?
        }
    };
    match row.name_rule.check(&text) {
        Ok(()) => Ok(text),
        Err(error) => Err(Mistake::new(name.span(), error.report(&text).as_str())),
    }
}

fn twice(noun: &str, name: &str, span: SourceSpan, first: Option<&str>) -> Mistake {
    let mistake = Mistake::new(span, format!("the {noun} `{name}` is given twice"));
    let mistake = match first {
        Some(value) => mistake.note(&format!("the first is `{name} = {value}`")),
        None => mistake.note("the first comes before it"),
    };
    mistake.help("delete one of the two, or rename one")
}

fn call<'t>(
    row: &Params,
    name: &str,
    SourceSpan { first: span, .. }: SourceSpan,
    value: &'t Expr,
) -> Result<Call<'t>, Mistake> {
    let argument = |value| Argument { span, value };
    let made = argument(ArgumentValue::Made(row.name_ty, Literal::string(name)));
    let (function, arguments) = match row.choices {
        [] => (row.setter, vec![made, argument(ArgumentValue::Reference(row.value_ty, value))]),
        choices => (choice(row.noun, name, choices, value)?, vec![made]),
    };
    Ok(Call { function, span, is_word: false, arguments })
}

/// The word that the value is.
fn choice(
    noun: &str,
    name: &str,
    choices: &'static [&'static str],
    value: &Expr,
) -> Result<&'static str, Mistake> {
    let shown = value.shown();
    if let Some(choice) = choices.iter().find(|choice| shown.as_deref() == Some(**choice)) {
        return Ok(choice);
    }
    let words: Vec<_> = choices.iter().map(|choice| format!("`{choice}`")).collect();
    let mistake = Mistake::new(value.span, format!("a {noun} is {}", words.join(" or ")));
    let first = choices.first().copied().unwrap_or_default();
    Err(mistake.help(&format!("write `{name} = {first}`")))
}

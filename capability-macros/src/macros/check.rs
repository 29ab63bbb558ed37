//! From statements to calls: checks what the statements mean together, then each of them by its row.

use crate::macros::expansion::{Argument, ArgumentValue, Call, Chain};
use crate::macros::mistakes::{Mistake, Mistakes};
use crate::macros::syntax::{Block, Expr, Statement};
use crate::macros::table::{Becomes, Need, Row, Separator, Spelling, Table, Takes};
use crate::macros::values;

/// The calls that the statements of a block become.
///
/// Wrong parts are left out. The mistake prevents the rest from being expanded.
pub(crate) fn checked<'t>(block: &'t Block, table: &Table, mistakes: &mut Mistakes) -> Chain<'t> {
    once(block, table, mistakes);
    no_unfinished(block, mistakes);
    needed(block, table.needs, mistakes);
    only_with(block, table, mistakes);
    let (mut chain, mut last) = (Chain::default(), Vec::new());
    for statement in &block.statements {
        // Statements of other libraries take other values than ours.
        let Some(row) = statement.row.filter(|_| statement.spelling != Spelling::Foreign) else { continue };
        let row = row.beside.filter(|(word, _)| block.has(word)).map_or(row, |(_, instead)| instead);
        match part(row, statement, mistakes) {
            Some(Part::Call(call)) => chain.calls.push(call),
            Some(Part::ConstructorArgument(argument)) => chain.argument = Some(argument),
            Some(Part::Start(start)) => chain.base = Some(start),
            Some(Part::Last(calls)) => last.extend(calls),
            None => {}
        }
    }
    chain.calls.extend(last);
    chain
}

/// Checks that no statement inside of another one needs a statement that is missing.
fn only_with(block: &Block, table: &Table, mistakes: &mut Mistakes) {
    let blocks = block.statements.iter().filter_map(|statement| statement.block.as_ref());
    for statement in blocks.flat_map(|inner| &inner.statements) {
        let row = statement.row.filter(|_| statement.spelling != Spelling::Foreign);
        let Some((row, (word, who))) = row.and_then(|row| Some((row, row.only_with?))) else { continue };
        if !block.has(word) {
            let mistake = Mistake::new(statement.span, format!("only {who} can have `{}`", row.word));
            let needed = table.row(word).map_or(word, |needed| needed.help);
            let rival = table.rivals_of(word).find(|rival| block.has(rival));
            let instead = rival.map(|rival| format!(" instead of `{rival}`")).unwrap_or_default();
            mistakes.push(mistake.help(&format!("delete `{}`, or {needed}{instead}", row.word)));
        }
    }
}

/// Checks that no statement is there twice, and no two that exclude each other.
fn once(block: &Block, table: &Table, mistakes: &mut Mistakes) {
    let mut firsts: Vec<(&str, &Statement)> = Vec::new();
    for statement in block.statements.iter().filter(|statement| statement.spelling == Spelling::Exact) {
        let Some(word) = statement.row.map(|row| row.word) else { continue };
        let first = |word: &str| firsts.iter().find(|(other, _)| *other == word).map(|(_, first)| *first);
        if statement.row.is_some_and(|row| row.repeats) {
            continue;
        }
        if let Some(first) = first(word) {
            mistakes.push(second(statement, first, format!("`{word}` is given twice")));
            continue;
        }
        for ([one, other], what) in table.rivals {
            let rival = if word == *one { other } else { one };
            if (word == *one || word == *other)
                && let Some(first) = first(rival)
            {
                let headline = format!("`{word}` and `{rival}` both say {what}");
                mistakes.push(second(statement, first, headline));
            }
        }
        firsts.push((word, statement));
    }
}

/// A mistake at the second of two statements.
fn second(statement: &Statement, first: &Statement, headline: String) -> Mistake {
    let note = match first.expr.as_ref().and_then(Expr::shown) {
        Some(expr) => format!("the first is `{} {expr}`", first.word),
        None => format!("the first `{}` comes before it", first.word),
    };
    Mistake::new(statement.span, headline).note(&note).help(&one_of_the_two(statement, first))
}

/// What to type instead of two statements, of which only one is possible.
fn one_of_the_two(statement: &Statement, first: &Statement) -> String {
    let words =
        |block: &Block| block.statements.iter().map(|inner| inner.word.to_string()).collect::<Vec<_>>();
    let inner = [first, statement].map(|statement| statement.block.as_ref().map(words).unwrap_or_default());
    match (statement.row.map(|row| row.takes), inner) {
        (Some(Takes::Inline(_, Separator::Comma, _)), [one, other])
            if !(one.is_empty() || other.is_empty()) =>
        {
            let mut list = Vec::new();
            for right in one.into_iter().chain(other) {
                if !list.contains(&right) {
                    list.push(right);
                }
            }
            format!("write one list: `{} {}`", first.word, list.join(", "))
        }
        (Some(Takes::Block(_)), [one, other]) if !(one.is_empty() || other.is_empty()) => {
            format!("write all of it in the braces of the first: `{} {{ … }}`", first.word)
        }
        _ => "delete one of the two".to_owned(),
    }
}

/// Checks that no expression ends in an operator.
fn no_unfinished(block: &Block, mistakes: &mut Mistakes) {
    for expr in block.statements.iter().flat_map(Statement::exprs).filter(|expr| expr.is_unfinished()) {
        let mistake = Mistake::new(expr.span.after(), "this expression is not finished");
        mistakes.push(mistake.help("write what follows the operator, or delete the operator"));
    }
}

/// Reports required statements that are missing. If a statement is unknown, or if input could not be read, nothing is
/// reported, because that may be the missing statement.
fn needed(block: &Block, needs: &[Need], mistakes: &mut Mistakes) {
    for Need { one_of, headline, help } in needs.iter().filter(|_| !block.is_unread) {
        let is_one = |statement: &Statement| statement.row.is_none_or(|row| one_of.contains(&row.word));
        if !block.statements.iter().any(is_one) {
            mistakes.push(Mistake::new(block.end, *headline).help(help));
        }
    }
}

/// What a statement becomes in the expansion.
enum Part<'t> {
    Call(Call<'t>),
    ConstructorArgument(Argument<'t>),
    /// What the calls start from.
    Start(Argument<'t>),
    /// Calls that come after the others.
    Last(Vec<Call<'t>>),
}

fn part<'t>(row: &Row, statement: &'t Statement, mistakes: &mut Mistakes) -> Option<Part<'t>> {
    let word = statement.word.span();
    let value = value(row, statement, mistakes);
    let name = name(row, statement, mistakes);
    let params = params(row, statement, mistakes);
    let block = inner(row, statement, mistakes);
    let spread = spread(row, statement);
    let object = |ty, constructor, base, argument, calls| {
        let chain = Box::new(Chain { base, argument, calls });
        Argument { span: word, value: ArgumentValue::Object { ty, constructor, chain } }
    };
    let (function, arguments) = match row.becomes {
        Becomes::ConstructorArgument => return value.map(Part::ConstructorArgument),
        Becomes::Calls => return Some(Part::Last(block.calls)),
        Becomes::Start { ty, constructor, then } => {
            let call = |function: &&'static str| Call {
                function,
                span: word,
                is_word: false,
                arguments: Vec::new(),
            };
            let calls = then.iter().map(call).collect();
            return Some(Part::Start(object(ty, constructor, None, Some(value?), calls)));
        }
        Becomes::CallWith { setter_with, ty, .. } if spread.is_some() || !params.is_empty() => {
            (setter_with, value.into_iter().chain([object(ty, "new", spread, None, params)]).collect())
        }
        Becomes::Call(setter) | Becomes::CallWith { setter, .. } => (setter, value.into_iter().collect()),
        Becomes::Object { setter, ty, constructor } => {
            // Before the parameters with a name, which replace those in it.
            let spread = spread.map(|argument| Call {
                function: "params",
                span: argument.span,
                is_word: false,
                arguments: vec![argument],
            });
            let calls = name.into_iter().chain(spread).chain(params).chain(block.calls).collect();
            (setter, vec![object(ty, constructor, block.base, value.or(block.argument), calls)])
        }
    };
    Some(Part::Call(Call { function, span: word, is_word: true, arguments }))
}

fn value<'t>(row: &Row, statement: &'t Statement, mistakes: &mut Mistakes) -> Option<Argument<'t>> {
    let (Takes::Expr(value) | Takes::ExprBeforeTail(value)) = row.takes else { return None };
    let Statement { word, expr, .. } = statement;
    values::argument(value, expr.as_ref()?, (&word.to_string(), word.span()), mistakes)
}

fn name<'t>(row: &Row, statement: &'t Statement, mistakes: &mut Mistakes) -> Option<Call<'t>> {
    let (row, (keyword, name)) = row.name.zip(statement.name.as_ref())?;
    let argument = values::argument(row.value, name, ("as", *keyword), mistakes)?;
    Some(Call { function: row.setter, span: *keyword, is_word: true, arguments: vec![argument] })
}

fn params<'t>(row: &Row, statement: &'t Statement, mistakes: &mut Mistakes) -> Vec<Call<'t>> {
    row.params.map_or_else(Vec::new, |row| values::params(&row, &statement.params, mistakes))
}

/// The parameters in `..expr`.
fn spread<'t>(row: &Row, statement: &'t Statement) -> Option<Argument<'t>> {
    let ((alone, after_names), expr) = row.params?.spread_ty.zip(statement.spread.as_ref())?;
    let ty = if statement.params.is_empty() { alone } else { after_names };
    Some(Argument { span: expr.span.first, value: ArgumentValue::Reference(Some(ty), expr) })
}

/// The calls for the statements in the braces of a statement. Without braces, all required statements are missing.
fn inner<'t>(row: &Row, statement: &'t Statement, mistakes: &mut Mistakes) -> Chain<'t> {
    match (row.table(), &statement.block) {
        (Some(table), Some(block)) => checked(block, table, mistakes),
        (Some(table), None) => {
            let block = Block { statements: Vec::new(), end: statement.span.after(), is_unread: false };
            needed(&block, table.needs, mistakes);
            Chain::default()
        }
        _ => Chain::default(),
    }
}

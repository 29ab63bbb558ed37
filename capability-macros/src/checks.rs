//! What every macro asks of its statements: none twice, none against another, and no expression left unfinished.

use crate::findings::{Finding, Findings};
use crate::syntax::{Operand, Spelling, Statement};

/// Checks the statements of a call or of a block. `rival` gives the kind that says what another says, and what that is.
pub(crate) fn statements<K: Copy + PartialEq>(
    tree: &[Statement<K>],
    findings: &mut Findings,
    rival: impl Fn(K) -> Option<(K, &'static str)>,
) {
    once(tree, findings, rival);
    no_unfinished(tree, findings);
}

/// Whether all of a call was unreadable: what it lacks then may have been meant by it.
pub(crate) fn is_unread<K>(tree: &[Statement<K>], findings: &Findings) -> bool {
    tree.is_empty() && !findings.is_empty()
}

/// Each statement once, and no two that say the same thing.
fn once<K: Copy + PartialEq>(
    tree: &[Statement<K>],
    findings: &mut Findings,
    rival: impl Fn(K) -> Option<(K, &'static str)>,
) {
    let mut firsts: Vec<&Statement<K>> = Vec::new();
    for statement in tree.iter().filter(|statement| statement.spelling == Spelling::Exact) {
        if let Some(first) = firsts.iter().find(|first| first.kind == statement.kind) {
            let headline = format!("`{}` is given twice", statement.word);
            let finding = Finding::new(statement.place, headline).note(&told(first));
            findings.push(finding.help("delete one of the two"));
            continue;
        }
        if let Some((other, what)) = statement.kind.and_then(&rival)
            && let Some(first) = firsts.iter().find(|first| first.kind == Some(other))
        {
            let headline = format!("`{}` and `{}` both say {what}", statement.word, first.word);
            let finding = Finding::new(statement.place, headline).note(&told(first));
            findings.push(finding.help("delete one of the two"));
        }
        firsts.push(statement);
    }
}

/// The first of two statements, for a note under the second.
fn told<K>(first: &Statement<K>) -> String {
    match first.operand.as_ref().and_then(Operand::told) {
        Some(operand) => format!("the first is `{} {operand}`", first.word),
        None => format!("the first `{}` stands in front of it", first.word),
    }
}

/// No expression that ends in an operator.
fn no_unfinished<K>(tree: &[Statement<K>], findings: &mut Findings) {
    for operand in tree.iter().flat_map(Statement::operands).filter(|operand| operand.is_unfinished()) {
        let finding = Finding::new(operand.place.behind(), "this expression is not finished");
        findings.push(finding.help("write what belongs behind the operator, or delete it"));
    }
}

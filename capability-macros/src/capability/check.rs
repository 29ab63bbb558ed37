use std::collections::HashMap;

use crate::capability::model::{Capability, Outgoing, Param, Set, What};
use crate::capability::table::Kind;
use crate::findings::{Finding, Findings};
use crate::syntax::{self, Key, Place, Spelling, Statement};
use crate::values;

/// What the statements mean together; `end` is where the last one ends.
///
/// What is wrong is left out of the model: the finding keeps the rest from being expanded.
pub(crate) fn check<'t>(tree: &'t [Statement<Kind>], end: Place, findings: &mut Findings) -> Capability<'t> {
    no_contradiction(tree, findings);
    some_scope(tree, end, findings);
    no_unfinished(tree, findings);
    Capability { statements: tree.iter().filter_map(|statement| set(statement, findings)).collect() }
}

/// Each statement once, and the end of the token only one way.
fn no_contradiction(tree: &[Statement<Kind>], findings: &mut Findings) {
    let mut firsts: Vec<&Statement<Kind>> = Vec::new();
    for statement in tree.iter().filter(|statement| statement.spelling == Spelling::Exact) {
        let other_end = match statement.kind {
            Some(Kind::Ttl) => Some(Kind::Expires),
            Some(Kind::Expires) => Some(Kind::Ttl),
            _ => None,
        };
        if let Some(first) = firsts.iter().find(|first| first.kind == statement.kind) {
            let headline = format!("`{}` is given twice", statement.word);
            let finding = Finding::new(statement.place, headline).note(&told(first));
            findings.push(finding.help("delete one of the two"));
            continue;
        }
        if let Some(first) = firsts.iter().find(|first| other_end.is_some() && first.kind == other_end) {
            let headline = format!("`{}` and `{}` both say when the token ends", statement.word, first.word);
            let finding = Finding::new(statement.place, headline).note(&told(first));
            findings.push(finding.help("delete one of the two"));
        }
        firsts.push(statement);
    }
}

/// The first of two statements, for a note under the second.
fn told(first: &Statement<Kind>) -> String {
    match first.operand.as_ref().and_then(syntax::Operand::told) {
        Some(operand) => format!("the first is `{} {operand}`", first.word),
        None => format!("the first `{}` stands in front of it", first.word),
    }
}

/// At least one statement that allows something. A word that nobody understood may have been meant as one.
fn some_scope(tree: &[Statement<Kind>], end: Place, findings: &mut Findings) {
    let allows = |statement: &Statement<Kind>| match statement.kind {
        Some(Kind::Incoming | Kind::Outgoing | Kind::Events) | None => true,
        Some(Kind::Credentials | Kind::Ttl | Kind::NotBefore | Kind::Expires) => false,
    };
    let unread = tree.is_empty() && !findings.is_empty();
    if unread || tree.iter().any(allows) {
        return;
    }
    let place = if tree.is_empty() { end } else { end.behind() };
    findings.push(
        Finding::new(place, "this token allows nothing")
            .help("add `incoming \"john\"`, `outgoing \"AP…\"` or `events`"),
    );
}

/// No expression that ends in an operator.
fn no_unfinished(tree: &[Statement<Kind>], findings: &mut Findings) {
    for operand in tree.iter().flat_map(Statement::operands).filter(|operand| operand.is_unfinished()) {
        let finding = Finding::new(operand.place.behind(), "this expression is not finished");
        findings.push(finding.help("write what belongs behind the operator, or delete it"));
    }
}

fn set<'t>(statement: &'t Statement<Kind>, findings: &mut Findings) -> Option<Set<'t>> {
    // What other libraries take under their words is not what ours take.
    if statement.spelling == Spelling::Foreign {
        return None;
    }
    let word = statement.word.to_string();
    let operand = statement.operand.as_ref();
    let what = match statement.kind? {
        Kind::Credentials => What::Credentials(values::no_secret(operand?, findings)?),
        Kind::Incoming => What::Incoming(values::client_name(operand?, findings)?),
        Kind::Outgoing => What::Outgoing(outgoing(statement, &word, findings)?),
        Kind::Events => What::Events(params(&statement.params, findings, values::filter_name)?),
        Kind::Ttl => What::Ttl(values::lifetime(operand?, findings)?),
        Kind::NotBefore => What::NotBefore(values::unix_time(operand?, &word, findings)?),
        Kind::Expires => What::Expires(values::unix_time(operand?, &word, findings)?),
    };
    Some(Set { word: &statement.word, what })
}

fn outgoing<'t>(statement: &'t Statement<Kind>, word: &str, findings: &mut Findings) -> Option<Outgoing<'t>> {
    let application =
        statement.operand.as_ref().and_then(|operand| values::application_sid(operand, word, findings));
    let client = match &statement.name {
        Some((keyword, name)) => values::client_name(name, findings).map(|name| Some((*keyword, name))),
        None => Some(None),
    };
    let params = params(&statement.params, findings, values::param_name);
    Some(Outgoing { application: application?, client: client?, params: params? })
}

fn params<'t>(
    list: &'t [syntax::Param],
    findings: &mut Findings,
    check: impl Fn(&Key, &mut Findings) -> Option<(String, Place)>,
) -> Option<Vec<Param<'t>>> {
    let mut firsts: HashMap<String, Option<String>> = HashMap::new();
    let mut params = Some(Vec::new());
    for param in list {
        let named = param.key.as_ref().and_then(|key| check(key, findings));
        let Some(((name, place), value)) = named.zip(param.value.as_ref()) else {
            params = None;
            continue;
        };
        if let Some(first) = firsts.get(&name) {
            findings.push(twice(&name, place, first.as_deref()));
            continue;
        }
        firsts.insert(name.clone(), value.told());
        if let Some(params) = &mut params {
            params.push(Param { name, place, value });
        }
    }
    params
}

fn twice(name: &str, place: Place, first: Option<&str>) -> Finding {
    let finding = Finding::new(place, format!("the parameter `{name}` is given twice"));
    let finding = match first {
        Some(value) => finding.note(&format!("the first is `{name} = {value}`")),
        None => finding.note("the first stands in front of it"),
    };
    finding.help("delete one of the two, or give it another name")
}

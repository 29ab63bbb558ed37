use twilio_capability_rules::string::StringRule;

use crate::capability::model::{Capability, Outgoing, Set, What};
use crate::capability::table::Kind;
use crate::checks;
use crate::findings::{Finding, Findings};
use crate::syntax::{Place, Spelling, Statement};
use crate::values;

/// What the statements mean together; `end` is where the last one ends.
///
/// What is wrong is left out of the model: the finding keeps the rest from being expanded.
pub(crate) fn check<'t>(tree: &'t [Statement<Kind>], end: Place, findings: &mut Findings) -> Capability<'t> {
    checks::statements(tree, findings, |kind| match kind {
        Kind::Ttl => Some((Kind::Expires, "when the token ends")),
        Kind::Expires => Some((Kind::Ttl, "when the token ends")),
        _ => None,
    });
    some_scope(tree, end, findings);
    Capability { statements: tree.iter().filter_map(|statement| set(statement, findings)).collect() }
}

/// At least one statement that allows something. A word that nobody understood may have been meant as one.
fn some_scope(tree: &[Statement<Kind>], end: Place, findings: &mut Findings) {
    let allows = |statement: &Statement<Kind>| match statement.kind {
        Some(Kind::Incoming | Kind::Outgoing | Kind::Events) | None => true,
        Some(Kind::Credentials | Kind::Ttl | Kind::NotBefore | Kind::Expires) => false,
    };
    if checks::is_unread(tree, findings) || tree.iter().any(allows) {
        return;
    }
    let place = if tree.is_empty() { end } else { end.behind() };
    findings.push(
        Finding::new(place, "this token allows nothing")
            .help("add `incoming \"john\"`, `outgoing \"AP…\"` or `events`"),
    );
}

fn set<'t>(statement: &'t Statement<Kind>, findings: &mut Findings) -> Option<Set<'t>> {
    // What other libraries take under their words is not what ours take.
    if statement.spelling == Spelling::Foreign {
        return None;
    }
    let word = statement.word.to_string();
    let operand = statement.operand.as_ref();
    let what = match statement.kind? {
        Kind::Credentials => {
            What::Credentials(values::no_secret(operand?, "AccountCredentials", "account", findings)?)
        }
        Kind::Incoming => What::Incoming(values::string(StringRule::CLIENT_NAME, operand?, findings)?),
        Kind::Outgoing => What::Outgoing(outgoing(statement, &word, findings)?),
        Kind::Events => What::Events(values::filters(&statement.params, findings)?),
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
        Some((keyword, name)) => {
            values::string(StringRule::CLIENT_NAME, name, findings).map(|name| Some((*keyword, name)))
        }
        None => Some(None),
    };
    let params = values::params(&statement.params, findings);
    Some(Outgoing { application: application?, client: client?, params: params? })
}

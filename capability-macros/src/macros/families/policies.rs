//! Checks of the policies in `task_router_capability!` that no table can say.

use twilio_capability_rules::policy_url;

use crate::macros::mistakes::{Mistake, Mistakes};
use crate::macros::syntax::{Block, Expr, Statement};
use crate::macros::table::Spelling;
use crate::macros::values::string::literal_string;

/// Checks that a policy filters no form that its requests do not have, and that it is about the workspace of the token.
pub(super) fn policies(call: &Block, mistakes: &mut Mistakes) {
    let workspace = exact(call, "workspace").and_then(|statement| literal_string(statement.expr.as_ref()?));
    for policy in call.statements.iter().filter_map(|statement| statement.block.as_ref()) {
        for method in ["GET", "DELETE"] {
            if let (Some(_), Some(form)) = (exact(policy, method), exact(policy, "post")) {
                mistakes.push(without_form(form, method));
            }
        }
        for method in ["GET", "POST", "DELETE"] {
            let path = exact(policy, method).and_then(|statement| statement.expr.as_ref());
            if let (Some(path), Some(workspace)) = (path, &workspace) {
                in_workspace(path, workspace, mistakes);
            }
        }
    }
}

/// The statement of this keyword, if it is not misspelled.
fn exact<'t>(block: &'t Block, word: &str) -> Option<&'t Statement> {
    let is_it = |statement: &&Statement| {
        statement.spelling == Spelling::Exact && statement.row.is_some_and(|row| row.word == word)
    };
    block.statements.iter().find(is_it)
}

fn without_form(form: &Statement, method: &str) -> Mistake {
    let mistake = Mistake::new(form.span, format!("a `{method}` has no form that `post` could filter"));
    mistake.help(&format!("write `query` instead of `post`, or `POST` instead of `{method}`"))
}

/// Checks the workspace of a full URL.
fn in_workspace(path: &Expr, workspace: &str, mistakes: &mut Mistakes) {
    let Some(url) = literal_string(path) else { return };
    let Some((other, below)) = policy_url::workspace(&url) else { return };
    if policy_url::check(&url).is_err() || other.eq_ignore_ascii_case(workspace) || other.starts_with('*') {
        return;
    }
    let mistake = Mistake::new(path.span, "this URL is not in the workspace of the token");
    let below = if below.is_empty() { "/" } else { below };
    mistakes.push(mistake.help(&format!("write the path below the workspace: `\"{below}\"`")));
}

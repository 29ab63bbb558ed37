use crate::access_token::model::{AccessToken, Grant, Set, Typed, What};
use crate::access_token::table::{self, Kind, Leaf, Rule};
use crate::checks;
use crate::findings::{Finding, Findings};
use crate::syntax::{Operand, Place, Spelling, Statement};
use crate::values;

/// What the statements mean together; `end` is where the last one ends.
///
/// What is wrong is left out of the model: the finding keeps the rest from being expanded.
pub(crate) fn check<'t>(tree: &'t [Statement<Kind>], end: Place, findings: &mut Findings) -> AccessToken<'t> {
    checks::statements(tree, findings, |kind| match kind {
        Kind::Ttl => Some((Kind::Expires, "when the token ends")),
        Kind::Expires => Some((Kind::Ttl, "when the token ends")),
        Kind::Identity => Some((Kind::Anonymous, "whom the token is for")),
        Kind::Anonymous => Some((Kind::Identity, "whom the token is for")),
        _ => None,
    });
    needed(tree, end, findings);
    let voice = tree.iter().any(|statement| statement.kind == Some(Kind::Voice));
    AccessToken { statements: tree.iter().filter_map(|statement| set(statement, voice, findings)).collect() }
}

/// Whom the token is for, and at least one grant.
fn needed(tree: &[Statement<Kind>], end: Place, findings: &mut Findings) {
    if checks::is_unread(tree, findings) {
        return;
    }
    let place = if tree.is_empty() { end } else { end.behind() };
    if !has(tree, |kind| matches!(kind, Kind::Identity | Kind::Anonymous)) {
        findings.push(
            Finding::new(place, "this token does not say whom it is for")
                .help("add `identity \"john\"`, or `anonymous` if it shall be for nobody in particular"),
        );
    }
    if !has(tree, |kind| kind.grant().is_some()) {
        findings.push(Finding::new(place, "this token grants nothing").help(
            "add `voice { incoming }`, `video`, `chat { service \"IS…\" }`, `sync { service \"IS…\" }`, \
             `task_router { workspace \"WS…\" }` or `playback grant`",
        ));
    }
}

/// Whether there is a statement of such a kind. A word that nobody understood may have been meant as one.
fn has(tree: &[Statement<Kind>], is: impl Fn(Kind) -> bool) -> bool {
    tree.iter().any(|statement| statement.kind.is_none_or(&is))
}

fn set<'t>(statement: &'t Statement<Kind>, voice: bool, findings: &mut Findings) -> Option<Set<'t>> {
    // What other libraries take under their words is not what ours take.
    if statement.spelling == Spelling::Foreign {
        return None;
    }
    let word = statement.word.to_string();
    let operand = statement.operand.as_ref();
    let kind = statement.kind?;
    let what = match kind {
        Kind::Credentials => {
            What::Credentials(values::no_secret(operand?, "ApiKeyCredentials", "api_key", findings)?)
        }
        Kind::Anonymous => What::Anonymous,
        Kind::Identity if voice => What::Text(Typed {
            setter: "voice_identity",
            ty: "VoiceIdentity",
            function: "voice_identity",
            text: values::voice_identity(operand?, findings)?,
        }),
        Kind::Playback => What::Playback(no_literal(operand?, findings)?),
        Kind::Ttl => What::Ttl(values::lifetime(operand?, findings)?),
        Kind::NotBefore => What::NotBefore(values::unix_time(operand?, &word, findings)?),
        Kind::Expires => What::Expires(values::unix_time(operand?, &word, findings)?),
        Kind::Incoming => What::Incoming,
        Kind::Outgoing => {
            let application = operand.and_then(|operand| values::application_sid(operand, &word, findings));
            let params = values::params(&statement.params, findings);
            What::Outgoing(application?, params?)
        }
        kind => match (kind.grant(), kind.leaf()) {
            (Some(spec), _) => What::Grant(grant(statement, &spec, findings)),
            (None, Some(leaf)) => What::Text(text(leaf, operand?, &word, findings)?),
            (None, None) => return None,
        },
    };
    Some(Set { word: &statement.word, what })
}

fn text<'t>(leaf: Leaf, operand: &'t Operand, word: &str, findings: &mut Findings) -> Option<Typed<'t>> {
    let Leaf { setter, ty, function, rule } = leaf;
    let text = match rule {
        Rule::Sid(kind) => values::sid(kind, operand, word, findings)?,
        Rule::String(rule) => values::string(rule, operand, findings)?,
        Rule::Region => values::region(operand, findings)?,
    };
    Some(Typed { setter, ty, function, text })
}

fn grant<'t>(statement: &'t Statement<Kind>, spec: &table::Grant, findings: &mut Findings) -> Grant<'t> {
    let block = statement.block.as_ref();
    let inner = block.map_or(&[][..], |block| &block.statements);
    let end = block.map_or_else(|| statement.place.behind(), |block| block.end);
    checks::statements(inner, findings, |_| None);
    let word = spec.setter;
    let is_unread = block.is_some_and(|block| block.is_unread);
    if statement.kind == Some(Kind::Voice)
        && !is_unread
        && !has(inner, |kind| matches!(kind, Kind::Incoming | Kind::Outgoing))
    {
        let finding = Finding::new(end, "this `voice` grant allows nothing");
        findings.push(finding.help("add `incoming` or `outgoing \"AP…\"`"));
    }
    let needed = match spec.needs {
        Some(Kind::Workspace) => Some((Kind::Workspace, "a workspace", "workspace \"WS…\"")),
        Some(kind) => Some((kind, "a service", "service \"IS…\"")),
        None => None,
    };
    if let Some((kind, noun, example)) = needed
        && !is_unread
        && !has(inner, |found| found == kind)
    {
        let finding = Finding::new(end, format!("`{word}` needs {noun}"));
        findings.push(finding.help(&format!("write `{word} {{ {example} }}`")));
    }
    let (mut needs, mut members) = (None, Vec::new());
    for statement in inner {
        match set(statement, false, findings) {
            Some(Set { word, what: What::Text(typed) }) if statement.kind == spec.needs => {
                needs = Some((word, typed));
            }
            set => members.extend(set),
        }
    }
    Grant { ty: spec.ty, setter: spec.setter, needs, members }
}

/// An expression that is no literal: what Twilio returned stands in no source.
fn no_literal<'t>(operand: &'t Operand, findings: &mut Findings) -> Option<&'t Operand> {
    if operand.literal().is_none() {
        return Some(operand);
    }
    findings.push(
        Finding::new(operand.place, "a playback grant is what Twilio's API returned, not a literal")
            .help("parse it at run time: `let grant: PlaybackGrant = json.parse()?;`"),
    );
    None
}

//! Explains TaskRouter capability tokens.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use twilio_capability_rules::policy_url::{self, HOSTS, PolicyUrlErrorKind, WORKSPACES};
use twilio_capability_rules::sid::SidKind;

use super::channel::{ChannelKind, ChannelParts, TASK_QUEUE, WORKER};
use super::claims::{
    ACCOUNT, CHANNEL, EVENT_METHODS, FRIENDLY_NAME, POLICIES, V1, VERSION, WORKSPACE, events_url,
};
use super::findings::{
    CHANNEL as CHANNEL_RULE, DENIES_NOTHING, FRIENDLY_NAME_RULE, NO_CLAIM, NO_EVENTS, NO_POLICIES,
    POLICY_FORM, POLICY_MALFORMED, POLICY_METHOD, POLICY_RESOURCE, POLICY_TWICE, POLICY_URL,
    TASK_ROUTER_RULES, TASK_ROUTER_SID, VERSION_RULE,
};
use super::marks::MARKS;
use super::minted_by::minted_by;
use super::policy::PolicyMethod;
use super::read_channel::ReadChannel;
use super::read_policy::{ReadPolicy, Unreadable, read_all};
use super::verified::{friendly_name, kind_of};
use super::words::{method, words};
use crate::inspect::{
    Explain, FamilyFacts, FamilyInspector, Findings, Inspected, Inspection, Quoted, TokenHalves,
};
use crate::jwt::{Claim, Members, Value, claim, claims};

pub(crate) const INSPECTOR: FamilyInspector = FamilyInspector {
    marks: &MARKS,
    looks_like,
    not_read: None,
    header_members: &[],
    inspect,
    client_code: |_| None,
    rules: &[TASK_ROUTER_RULES],
};

fn looks_like(halves: &TokenHalves<'_>) -> bool {
    halves.claim(WORKSPACE.name()).is_some() && halves.claim(CHANNEL.name()).is_some()
}

fn inspect(halves: &TokenHalves<'_>, findings: &mut Findings) -> Inspected {
    let Some(claims) = &halves.claims else { return Inspected::default() };
    let mut string = |claim| needed(claims, claim, findings).map(Cow::into_owned);
    let [account_sid, workspace_sid, channel, version] =
        [ACCOUNT, WORKSPACE, CHANNEL, VERSION].map(&mut string);
    let mut read = ReadChannel { account_sid, workspace_sid, channel, policies: Vec::new() };
    find_sids(&read, claims, findings);
    if let Some(version) = version.filter(|version| version != V1) {
        findings.add(
            &VERSION_RULE,
            VERSION.path(),
            format_args!("`version` is {}, not `v1`", Quoted(&version)),
        );
    }
    findings.take(friendly_name(claims));
    if claims.get(FRIENDLY_NAME.name()) == Some(Value::Null) {
        findings.add(&FRIENDLY_NAME_RULE, FRIENDLY_NAME.path(), "the claim `friendly_name` is `null`");
    }
    if let Some(policies) = claims.get(POLICIES.name()) {
        read.policies = find_unreadable(&policies, findings);
        find_in_policies(&read, findings);
    }
    let known = [
        ACCOUNT,
        WORKSPACE,
        CHANNEL,
        VERSION,
        FRIENDLY_NAME,
        POLICIES,
        WORKER,
        TASK_QUEUE,
        claim::ISSUER,
        claim::EXPIRES,
        claim::NOT_BEFORE,
        claim::ISSUED_AT,
    ];
    findings.unusual_claims(claims, &known.map(Claim::name), MARKS.noun);
    let minted_by = halves.header.map_or_else(Vec::new, |header| minted_by(&header, claims));
    Inspected { facts: FamilyFacts::new(ChannelFacts { read }), minted_by }
}

/// A claim that is a string and that each token has.
fn needed<'m>(claims: &Members<'m>, claim: Claim, findings: &mut Findings) -> Option<Cow<'m, str>> {
    let value = findings.take(claims::optional_string(claims, claim))?;
    if value.is_none() {
        let sentence =
            format!("the claim `{}` is missing, which tokens of Twilio's libraries have", claim.name());
        findings.add(&NO_CLAIM, claim.path(), sentence);
    }
    value
}

/// SIDs that are none, and claims that do not fit each other.
fn find_sids(read: &ReadChannel, claims: &Members<'_>, findings: &mut Findings) {
    let mut sid = |kind, claim: Claim, value: &Option<String>| {
        if let Some(value) = value {
            findings.sid(
                &TASK_ROUTER_SID,
                kind,
                (format_args!("the claim `{}`", claim.name()), claim.path()),
                value,
            );
        }
    };
    sid(SidKind::Account, ACCOUNT, &read.account_sid);
    sid(SidKind::Workspace, WORKSPACE, &read.workspace_sid);
    if let (Some(Value::String(issuer)), Some(account)) =
        (claims.get(claim::ISSUER.name()), &read.account_sid)
        && issuer != *account
    {
        let sentence =
            format!("the claim `account_sid` is {}, but the issuer is {}", Quoted(account), Quoted(&issuer));
        findings.add(&TASK_ROUTER_SID, ACCOUNT.path(), sentence);
    }
    let Some(channel) = &read.channel else { return };
    let Some(kind) = kind_of(channel) else {
        let sentence = format!(
            "the channel {} is no SID of a worker (`WK…`), a task queue (`WQ…`) or a workspace (`WS…`)",
            Quoted(channel)
        );
        return findings.add(&CHANNEL_RULE, CHANNEL.path(), sentence);
    };
    match kind {
        ChannelKind::Worker => findings.sid(&TASK_ROUTER_SID, SidKind::Worker, CHANNEL_PLACE, channel),
        ChannelKind::TaskQueue => findings.sid(&TASK_ROUTER_SID, SidKind::TaskQueue, CHANNEL_PLACE, channel),
        ChannelKind::Workspace
            if read.workspace_sid.as_ref().is_some_and(|workspace| workspace != channel) =>
        {
            let sentence =
                format!("the channel {} is another workspace than that of the token", Quoted(channel));
            findings.add(&CHANNEL_RULE, CHANNEL.path(), sentence);
        }
        ChannelKind::Workspace => {}
    }
    for other in [WORKER, TASK_QUEUE] {
        let is_needed = kind.claim().is_some_and(|claim| claim.name() == other.name());
        if !is_needed && claims.get(other.name()).is_none() {
            continue;
        }
        let Some(value) = needed(claims, other, findings) else { continue };
        if value != *channel {
            let sentence = format!(
                "the channel is {}, but the claim `{}` is {}",
                Quoted(channel),
                other.name(),
                Quoted(&value)
            );
            findings.add(&CHANNEL_RULE, other.path(), sentence);
        }
    }
}

const CHANNEL_PLACE: (&str, &str) = ("the claim `channel`", CHANNEL.path());

/// The policies that can be read. Each of the others becomes a finding.
fn find_unreadable(policies: &Value<'_>, findings: &mut Findings) -> Vec<ReadPolicy> {
    let mut unreadable = |policy: Unreadable| {
        // The path takes memory, also where the finding is not kept.
        if findings.has_room_for(&POLICY_MALFORMED) {
            let path = format!("{}{}", POLICIES.path(), policy.path());
            findings.add(
                &POLICY_MALFORMED,
                path,
                format_args!("the claim `policies` is not {}", policy.fault),
            );
        }
    };
    match read_all(policies) {
        Ok(all) => all.filter_map(|policy| policy.map_err(&mut unreadable).ok()).collect(),
        Err(fault) => {
            unreadable(fault);
            Vec::new()
        }
    }
}

/// The most policies that each policy that denies is compared with: reading stays linear in the size of the token. Tokens of
/// Twilio's libraries have about ten.
const MOST_ALLOWING: usize = 64;

fn find_in_policies(read: &ReadChannel, findings: &mut Findings) {
    let policies = &read.policies;
    if policies.is_empty() {
        return findings.add(&NO_POLICIES, POLICIES.path(), "it has no policies: it allows nothing");
    }
    let allowing: Vec<_> = policies.iter().filter(|policy| policy.allow).collect();
    let mut seen = HashSet::new();
    for policy in policies {
        let shown = format!("{} {}", method(policy), Quoted(&policy.url));
        if !seen.insert(policy) {
            findings.add(
                &POLICY_TWICE,
                POLICIES.path(),
                format_args!("the policy for {shown} is there twice"),
            );
            continue;
        }
        if !PolicyMethod::is_one(&policy.method) {
            let sentence =
                format!("the policy for {shown} has a method that Twilio's libraries do not write");
            findings.add(&POLICY_METHOD, POLICIES.path(), sentence);
        }
        if is_elsewhere(&policy.url, read.workspace_sid.as_deref()) {
            let sentence =
                format!("the policy for {shown} is not about the workspace of the token or its events");
            findings.add(&POLICY_URL, POLICIES.path(), sentence);
        }
        if let Err(error) = policy_url::check(&policy.url)
            && let PolicyUrlErrorKind::Resource(name) = error.kind()
        {
            let sentence =
                format!("the policy for {shown} names no resource of TaskRouter; `{name}` is meant");
            findings.add(&POLICY_RESOURCE, POLICIES.path(), sentence);
        }
        let has_no_form = [PolicyMethod::Get, PolicyMethod::Delete];
        if has_no_form.iter().any(|method| method.as_str() == policy.method) && !policy.post_filter.is_empty()
        {
            let sentence =
                format!("the policy for {shown} filters the form, which such a request does not have");
            findings.add(&POLICY_FORM, POLICIES.path(), sentence);
        }
        let allows = |other: &&ReadPolicy| other.method == policy.method && overlap(&other.url, &policy.url);
        if !policy.allow && allowing.len() <= MOST_ALLOWING && !allowing.iter().any(allows) {
            let sentence =
                format!("the policy that denies {shown} changes nothing, because no policy allows it");
            findings.add(&DENIES_NOTHING, POLICIES.path(), sentence);
        }
    }
    let (Some(account), Some(channel)) = (&read.account_sid, &read.channel) else { return };
    let events = events_url(account, channel);
    for method in EVENT_METHODS {
        let allows = |policy: &ReadPolicy| {
            policy.allow && policy.method == method.as_str() && overlap(&policy.url, &events)
        };
        if !policies.iter().any(allows) {
            let sentence =
                format!("no policy allows {method} {}, so the client receives no events", Quoted(&events));
            findings.add(&NO_EVENTS, POLICIES.path(), sentence);
        }
    }
}

/// Whether a URL is of another host, or of another workspace. With a segment such as `..`, a server could read it as one of another.
fn is_elsewhere(url: &str, workspace: Option<&str>) -> bool {
    let of_workspace = |workspace: &str| {
        let Some(rest) = url.strip_prefix(WORKSPACES) else { return true };
        let first = rest.split('/').next().unwrap_or_default();
        first == workspace || first.starts_with('*')
    };
    let goes_up =
        |segment: &str| matches!(segment.replace("%2e", ".").replace("%2E", ".").as_str(), "." | "..");
    !HOSTS.iter().any(|host| url.starts_with(host))
        || url.split('/').any(goes_up)
        || workspace.is_some_and(|workspace| !of_workspace(workspace))
}

/// Whether a request can fit both patterns. Where this is not certain, the answer is yes.
fn overlap(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.split('/'), other.split('/'));
    loop {
        match (one.next(), other.next()) {
            (Some("**"), _) | (_, Some("**")) | (None, None) => return true,
            (Some(a), Some(b)) if a == b || a == "*" || b == "*" => {}
            _ => return false,
        }
    }
}

/// What is known only of TaskRouter capability tokens.
#[derive(Clone, PartialEq, Debug)]
struct ChannelFacts {
    read: ReadChannel,
}

impl Explain for ChannelFacts {
    fn explain(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ReadChannel { account_sid, workspace_sid, channel, policies } = &self.read;
        let parts = match (workspace_sid, channel) {
            (Some(workspace), Some(sid)) => kind_of(sid).map(|kind| ChannelParts {
                workspace: workspace.as_str(),
                sid: sid.as_str(),
                kind,
            }),
            _ => None,
        };
        match (parts, channel) {
            (Some(parts), _) if parts.kind == ChannelKind::Workspace => {
                writeln!(f, "For the workspace {}.", Quoted(parts.sid))?;
            }
            (Some(parts), _) => {
                writeln!(
                    f,
                    "For {} {} in the workspace {}.",
                    parts.kind.noun(),
                    Quoted(parts.sid),
                    Quoted(parts.workspace)
                )?;
            }
            (None, Some(channel)) => writeln!(f, "For the channel {}.", Quoted(channel))?,
            (None, None) => f.write_str("Without a channel.\n")?,
        }
        f.write_str(if policies.is_empty() { "Allows nothing.\n" } else { "Its holder\n" })?;
        let account = account_sid.as_deref().unwrap_or_default();
        policies.iter().try_for_each(|policy| writeln!(f, "  {}", words(policy, account, parts)))
    }
}

impl Inspection {
    /// The channel and the policies of a TaskRouter capability token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    ///
    /// fn is_of_a_worker(token: &str) -> bool {
    ///     let inspection = inspect(token);
    ///     let channel = inspection.channel().and_then(|channel| channel.channel.as_deref());
    ///     channel.is_some_and(|sid| sid.starts_with("WK"))
    /// }
    /// ```
    #[must_use]
    pub fn channel(&self) -> Option<&ReadChannel> {
        self.family_facts::<ChannelFacts>().map(|facts| &facts.read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_that_share_a_request_overlap() {
        for (one, other, expected) in [
            ("https://h/a", "https://h/a", true),
            ("https://h/a", "https://h/b", false),
            ("https://h/a", "https://h/a/b", false),
            ("https://h/a/*", "https://h/a/b", true),
            ("https://h/a/*", "https://h/a/b/c", false),
            ("https://h/a/**", "https://h/a/b/c", true),
            ("https://h/**", "https://h/a/b/c", true),
            ("https://h/a/**", "https://h/b/c", false),
        ] {
            assert_eq!(overlap(one, other), expected, "{one} {other}");
            assert_eq!(overlap(other, one), expected, "{other} {one}");
        }
    }

    #[test]
    fn a_url_of_another_host_or_workspace_is_elsewhere() {
        for (url, elsewhere) in [
            ("https://taskrouter.twilio.com/v1/Workspaces/WS1", false),
            ("https://taskrouter.twilio.com/v1/Workspaces/WS1/Tasks/**", false),
            ("https://taskrouter.twilio.com/v1/Workspaces/**", false),
            ("https://event-bridge.twilio.com/v1/wschannels/AC1/WK1", false),
            ("https://taskrouter.twilio.com/v1/Workspaces/WS12", true),
            ("https://taskrouter.twilio.com/v1/Workspaces/WS2/Tasks", true),
            ("https://taskrouter.example.com/v1/Workspaces/WS1", true),
            ("/Tasks", true),
        ] {
            assert_eq!(is_elsewhere(url, Some("WS1")), elsewhere, "{url}");
        }
        assert!(!is_elsewhere("https://taskrouter.twilio.com/v1/Workspaces/WS2", None));
    }
}

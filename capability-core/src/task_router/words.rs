//! Policies in plain words.

use twilio_capability_rules::policy_url::WORKSPACES;

use super::channel::{ChannelKind, ChannelParts};
use super::claims::{EVENT_METHODS, events_url};
use super::policy::PolicyMethod;
use super::read_policy::ReadPolicy;
use super::rights::Rights;
use crate::inspect::Quoted;

impl ChannelKind {
    /// What the channel is called in a sentence.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Worker => "the worker",
            Self::TaskQueue => "the task queue",
            Self::Workspace => "the workspace",
        }
    }
}

/// What a policy allows or denies, as the end of a sentence: `may read the worker`.
pub(super) fn words(policy: &ReadPolicy, account: &str, channel: Option<ChannelParts<'_>>) -> String {
    let may = if policy.allow { "may" } else { "may not" };
    let named = channel.and_then(|channel| named(policy, account, channel));
    match named {
        Some(what) => format!("{may} {what}"),
        None => format!("{may} {}", request(policy, channel)),
    }
}

/// The words of a right that has a name.
fn named(policy: &ReadPolicy, account: &str, channel: ChannelParts<'_>) -> Option<String> {
    let noun = channel.kind.noun();
    let any = policy.query_filter.is_empty() && policy.post_filter.is_empty();
    let is_event = EVENT_METHODS.iter().any(|method| method.as_str() == policy.method);
    if any && is_event && policy.url == events_url(account, channel.sid) {
        return Some(format!("use the websocket for the events of {noun} ({})", policy.method));
    }
    let right = Rights::all().find(|right| {
        right.method.as_str() == policy.method
            && policy.query_filter.is_empty()
            && right
                .filter()
                .iter()
                .eq(policy.post_filter.iter().map(|(name, required)| (&**name, *required)))
            && policy.url == right.url(channel)
    })?;
    Some(right.words.replace("{}", noun))
}

/// A policy as its method, its path and its filters.
fn request(policy: &ReadPolicy, channel: Option<ChannelParts<'_>>) -> String {
    let below = channel.and_then(|channel| {
        let path = policy.url.strip_prefix(WORKSPACES)?.strip_prefix(channel.workspace)?;
        path.starts_with('/').then_some(path)
    });
    let filters = [("query", &policy.query_filter), ("form", &policy.post_filter)];
    let filters: Vec<_> =
        filters.into_iter().filter_map(|(place, filter)| with_fields(place, filter)).collect();
    let url = Quoted(below.unwrap_or(&policy.url));
    format!("send {} requests to {url}{}", method(policy), filters.concat())
}

/// The method: in quotes if it is none that Twilio's libraries write, so that it does not pass for other words.
pub(super) fn method(policy: &ReadPolicy) -> String {
    if PolicyMethod::is_one(&policy.method) {
        policy.method.clone()
    } else {
        Quoted(&policy.method).to_string()
    }
}

/// The fields of a filter, if there are any.
fn with_fields(place: &str, filter: &[(String, bool)]) -> Option<String> {
    let field = |(name, required): &(String, bool)| {
        format!("{} ({})", Quoted(name), if *required { "required" } else { "optional" })
    };
    let fields: Vec<_> = filter.iter().map(field).collect();
    (!fields.is_empty()).then(|| format!(", with {} in the {place}", fields.join(", ")))
}

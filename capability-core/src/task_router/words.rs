//! Policies in plain words.

use super::channel::{ChannelKind, ChannelParts};
use super::claims::{EVENT_METHODS, WORKSPACES, events_url, right_filter, right_url};
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
            && right_filter(right)
                .iter()
                .eq(policy.post_filter.iter().map(|(name, required)| (&**name, *required)))
            && policy.url == right_url(right, channel)
    })?;
    Some(right.words.replace("{}", noun))
}

/// A policy as its method, its path and its filters.
fn request(policy: &ReadPolicy, channel: Option<ChannelParts<'_>>) -> String {
    let below = channel.and_then(|channel| {
        let path = policy.url.strip_prefix(WORKSPACES)?.strip_prefix(channel.workspace)?;
        path.starts_with('/').then_some(path)
    });
    let mut words =
        format!("send {} requests to {}", policy.method.escape_debug(), Quoted(below.unwrap_or(&policy.url)));
    for (place, filter) in [("query", &policy.query_filter), ("form", &policy.post_filter)] {
        if filter.is_empty() {
            continue;
        }
        let fields: Vec<_> = filter
            .iter()
            .map(|(name, required)| {
                format!("{} ({})", Quoted(name), if *required { "required" } else { "optional" })
            })
            .collect();
        words.push_str(&format!(", with {} in the {place}", fields.join(", ")));
    }
    words
}

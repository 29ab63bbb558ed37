//! The claims of a TaskRouter capability token: their names, and how they are written.

use std::collections::HashMap;
use std::hash::BuildHasher;

use twilio_capability_rules::policy_url::WORKSPACES;

use super::channel::ChannelParts;
use super::policy::{self, Policy, PolicyMethod};
use super::policy_filter::PolicyFilter;
use super::rights::Rights;
use crate::jwt::{Claim, claim, twilio_code};
use crate::keys::AccountCredentials;

pub(super) const ACCOUNT: Claim = Claim::new("/account_sid", twilio_code::INVALID_GRANTS);
pub(super) const WORKSPACE: Claim = Claim::new("/workspace_sid", twilio_code::INVALID_GRANTS);
pub(super) const CHANNEL: Claim = Claim::new("/channel", twilio_code::INVALID_GRANTS);
pub(super) const VERSION: Claim = Claim::new("/version", twilio_code::INVALID_GRANTS);
pub(super) const FRIENDLY_NAME: Claim = Claim::new("/friendly_name", twilio_code::INVALID_GRANTS);
pub(super) const POLICIES: Claim = Claim::new("/policies", twilio_code::INVALID_GRANTS);

/// The only value of `version`.
pub(super) const V1: &str = "v1";

/// The start of the URL of a channel's events, up to the SID of the account.
pub(super) const EVENTS: &str = "https://event-bridge.twilio.com/v1/wschannels/";

/// The methods of the two policies for a channel's events.
pub(super) const EVENT_METHODS: [PolicyMethod; 2] = [PolicyMethod::Get, PolicyMethod::Post];

/// The URL of a channel's events.
pub(super) fn events_url(account: &str, channel: &str) -> String {
    [EVENTS, account, "/", channel].concat()
}

/// The JSON of the claims up to the value of `exp`: the part that is the same each time.
///
/// Strings are written without escaping them, because SIDs and URLs have no character that JSON escapes.
pub(super) fn up_to_exp(
    account: &AccountCredentials,
    channel: ChannelParts<'_>,
    rights: Rights,
    policies: &[Policy],
) -> Vec<u8> {
    let (sid, account) = (channel.sid, account.account_sid());
    let mut json = Vec::with_capacity(2048);
    json.push(b'{');
    let of_kind = channel.kind.claim().map(|claim| (claim, sid));
    let members = [
        (ACCOUNT, account.as_str()),
        (WORKSPACE, channel.workspace),
        (CHANNEL, sid),
        (VERSION, V1),
        (FRIENDLY_NAME, sid),
    ];
    for (claim, value) in members.into_iter().chain(of_kind) {
        member(&mut json, claim, &["\"", value, "\","]);
    }
    member(&mut json, POLICIES, &["["]);
    write_policies(&mut json, account.as_str(), channel, rights, policies);
    json.extend_from_slice(b"],");
    member(&mut json, claim::ISSUER, &["\"", account.as_str(), "\","]);
    member(&mut json, claim::EXPIRES, &[]);
    json
}

fn member(json: &mut Vec<u8>, claim: Claim, rest: &[&str]) {
    for part in ["\"", claim.name(), "\":"].iter().chain(rest) {
        json.extend_from_slice(part.as_bytes());
    }
}

/// Appends the policies with commas between them. None is there twice.
fn write_policies(
    json: &mut Vec<u8>,
    account: &str,
    channel: ChannelParts<'_>,
    rights: Rights,
    policies: &[Policy],
) {
    let any = PolicyFilter::new();
    let events = events_url(account, channel.sid);
    let mut list = PolicyList { json, starts: HashMap::with_capacity(16 + policies.len()) };
    for method in EVENT_METHODS {
        list.add(|json| policy::write(json, method, events.as_bytes(), true, [&any, &any]));
    }
    for right in rights.policies() {
        let (url, form) = (right.url(channel), right.filter());
        list.add(|json| policy::write(json, right.method, url.as_bytes(), true, [&any, &form]));
    }
    for policy in policies {
        let mut url = [WORKSPACES, channel.workspace].concat().into_bytes();
        list.add(|json| policy.write(&mut url, json));
    }
}

/// The policies that were written so far.
struct PolicyList<'a> {
    json: &'a mut Vec<u8>,
    /// Where each of them starts, by its hash, which only says where an equal one can be.
    starts: HashMap<u64, usize>,
}

impl PolicyList<'_> {
    fn add(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        let comma = self.json.len();
        if !self.starts.is_empty() {
            self.json.push(b',');
        }
        let start = self.json.len();
        write(self.json);
        let (before, new) = self.json.split_at(start);
        let found = *self.starts.entry(self.starts.hasher().hash_one(new)).or_insert(start);
        if before.get(found..).is_some_and(|rest| rest.starts_with(new)) {
            self.json.truncate(comma);
        }
    }
}

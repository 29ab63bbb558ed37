//! The names of the claims of a TaskRouter token, and the URLs that its policies start with.

use twilio_capability_rules::policy_url;

use super::policy::PolicyMethod;
use crate::jwt::{Claim, twilio_code};

pub(super) const ACCOUNT: Claim = Claim::new("/account_sid", twilio_code::INVALID_GRANTS);
pub(super) const WORKSPACE: Claim = Claim::new("/workspace_sid", twilio_code::INVALID_GRANTS);
pub(super) const CHANNEL: Claim = Claim::new("/channel", twilio_code::INVALID_GRANTS);
pub(super) const VERSION: Claim = Claim::new("/version", twilio_code::INVALID_GRANTS);
pub(super) const FRIENDLY_NAME: Claim = Claim::new("/friendly_name", twilio_code::INVALID_GRANTS);
pub(super) const WORKER: Claim = Claim::new("/worker_sid", twilio_code::INVALID_GRANTS);
pub(super) const TASK_QUEUE: Claim = Claim::new("/taskqueue_sid", twilio_code::INVALID_GRANTS);
pub(super) const POLICIES: Claim = Claim::new("/policies", twilio_code::INVALID_GRANTS);

/// The only value of `version`.
pub(super) const V1: &str = "v1";

/// The start of the URL of a workspace, up to its SID.
pub(super) const WORKSPACES: &str = policy_url::WORKSPACES;

/// The start of the URL of a channel's events, up to the SID of the account.
pub(super) const EVENTS: &str = "https://event-bridge.twilio.com/v1/wschannels/";

/// The methods of the two policies for a channel's events.
pub(super) const EVENT_METHODS: [PolicyMethod; 2] = [PolicyMethod::Get, PolicyMethod::Post];

/// The URL of a channel's events.
pub(super) fn events_url(account: &str, channel: &str) -> String {
    [EVENTS, account, "/", channel].concat()
}

//! What an inspection can find in a TaskRouter capability token, besides what it can find in any token.

use crate::inspect::finding_rules;
use crate::jwt::twilio_code;

finding_rules! {
    pub(super) TASK_ROUTER_RULES, "TaskRouter capability tokens";
    POLICY_MALFORMED "policy-malformed" Malformed Error [twilio_code::INVALID_GRANTS]
        "The claim `policies` is not a list, or a policy in it has no `url`, no `method` or no `allow`, or a filter that cannot \
         be read.", "Twilio's libraries, see tests/vectors; error 20106";
    NO_POLICIES "no-policies" Empty Warning []
        "The token has no policies: it allows nothing.", "Twilio's libraries, see tests/vectors";
    POLICY_TWICE "policy-twice" Repeated Warning []
        "A policy is there twice, as when a token is encoded twice.", "twilio-node issue 237; defects of twilio-ruby and twilio-go";
    DENIES_NOTHING "denies-nothing" Empty Warning []
        "A policy denies what no policy allows, so it changes nothing.", "Twilio's libraries, see tests/vectors";
    NO_EVENTS "no-events" Missing Warning []
        "A policy for the events of the channel is missing, so the client receives none.",
        "Twilio's libraries, see tests/vectors";
    POLICY_URL "policy-url" Invalid Warning []
        "The URL of a policy is not one of the two hosts that Twilio's libraries write, is in another workspace, or has a segment `.` or `..`.",
        "Twilio's libraries, see tests/vectors";
    POLICY_RESOURCE "policy-resource" Unknown Warning []
        "The URL of a policy has a name that is nearly the name of a resource of TaskRouter.",
        "the paths of TaskRouter's API";
    POLICY_FORM "policy-form" Invalid Warning []
        "A policy for `GET` or `DELETE` filters the form, which such a request does not have.",
        "Twilio's libraries, see tests/vectors: only a policy for `POST` has this filter";
    POLICY_METHOD "policy-method" Unknown Warning []
        "The method of a policy is none of `GET`, `POST` and `DELETE`.", "Twilio's libraries, see tests/vectors";
    NO_CLAIM "task-router-claim" Missing Warning [twilio_code::INVALID_GRANTS]
        "A claim that Twilio's libraries write is missing: the account, the workspace, the channel, its SID or the version.",
        "Twilio's libraries, see tests/vectors; error 20106";
    TASK_ROUTER_SID "task-router-sid" Invalid Error [twilio_code::INVALID_GRANTS]
        "A SID of the account, the workspace, the worker or the task queue is not one of its kind.", "error 20106";
    CHANNEL "channel" Invalid Error [twilio_code::INVALID_GRANTS]
        "The channel is not a worker, a task queue or the workspace of the token, or another claim has another SID.",
        "twilio-php refuses such a channel; error 20106";
    VERSION_RULE "task-router-version" Invalid Warning []
        "The claim `version` is not `v1`.", "Twilio's libraries, see tests/vectors";
    FRIENDLY_NAME_RULE "friendly-name" Invalid Warning []
        "The claim `friendly_name` is `null`, as in tokens of twilio-csharp without that name.",
        "defect of twilio-csharp";
}

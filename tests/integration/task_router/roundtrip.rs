//! Reading a minted token gives what it was made from, for any capability.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use twilio_capability::read::{Library, ReadPolicy, Severity, VerifiedChannel, Verifier, inspect_at};
use twilio_capability::{
    FilterName, Policy, PolicyFilter, PolicyMethod, PolicyUrl, TaskRouterCapability, Ttl, WorkerSid,
    WorkspaceSid,
};

use crate::support::{account, now};

type Fields = BTreeMap<String, bool>;

fn fields() -> impl Strategy<Value = Fields> {
    btree_map("[!-~é📞]{1,12}", any::<bool>(), 0..4)
}

fn filter(fields: &Fields) -> PolicyFilter {
    fields.iter().fold(PolicyFilter::new(), |filter, (name, required)| {
        let name = FilterName::try_from(name.as_str()).unwrap();
        if *required { filter.required(name) } else { filter.optional(name) }
    })
}

/// Method, path, the two filters, and whether it allows.
type Given = (PolicyMethod, String, Fields, Fields, bool);

fn given() -> impl Strategy<Value = Given> {
    let method = prop_oneof![Just(PolicyMethod::Get), Just(PolicyMethod::Post), Just(PolicyMethod::Delete)];
    let path = "/([A-Za-z0-9_~-]{1,8}|\\*)(/[A-Za-z]{1,8}){0,3}(/\\*\\*)?";
    // Nearly the name of a resource is refused.
    let path = path.prop_filter("no policy URL", |path| path.parse::<PolicyUrl>().is_ok());
    let given = (method, path, fields(), fields(), any::<bool>());
    given.prop_map(|(method, path, query, post, allow)| {
        // Only a POST has a form.
        let post = if method == PolicyMethod::Post { post } else { Fields::new() };
        (method, path, query, post, allow)
    })
}

fn policy((method, path, query, post, allow): &Given) -> Policy {
    let url = path.parse().unwrap();
    let policy = match method {
        PolicyMethod::Post => Policy::post(url).post_filter(filter(post)).into(),
        method => Policy::new(*method, url),
    };
    let policy = policy.query_filter(filter(query));
    if *allow { policy } else { policy.deny() }
}

/// A policy as a reader sees it.
fn seen(policy: &ReadPolicy) -> (String, String, Fields, Fields, bool) {
    let fields = |filter: &[(String, bool)]| filter.iter().cloned().collect();
    let ReadPolicy { url, method, query_filter, post_filter, allow, .. } = policy;
    (method.clone(), url.clone(), fields(query_filter), fields(post_filter), *allow)
}

proptest! {
    #[test]
    fn a_minted_token_reads_as_what_it_was_made_from(
        workspace in "WS[0-9a-f]{32}", worker in "WK[0-9a-f]{32}", policies in vec(given(), 0..6), seconds in 1..=86_400u32,
        activity in any::<bool>(), bare in any::<bool>(),
    ) {
        let (workspace, worker): (WorkspaceSid, WorkerSid) = (workspace.parse().unwrap(), worker.parse().unwrap());
        let mut capability = TaskRouterCapability::worker(workspace, worker).ttl(Ttl::from_secs(u64::from(seconds)).unwrap());
        if bare {
            capability = capability.without_rights();
        }
        if activity {
            capability = capability.allow_activity_updates();
        }
        let rights = 2 + usize::from(!bare) * 4 + usize::from(activity);
        for given in &policies {
            capability = capability.policy(policy(given));
        }
        let capability = capability.credentials(&account());
        let token = capability.sign_at(now());
        let again = [capability.sign_at(now()), capability.prepare().mint_at(now())];
        prop_assert!(again.iter().all(|other| other.as_str() == token.as_str()));

        let verified = Verifier::task_router(&account()).verify_at(token.as_str(), now()).unwrap();
        prop_assert_eq!(verified.workspace_sid(), workspace);
        prop_assert_eq!(verified.channel(), VerifiedChannel::Worker(worker));
        prop_assert_eq!(verified.expires_at(), token.expires_at());
        let mut expected = Vec::new();
        let base = format!("https://taskrouter.twilio.com/v1/Workspaces/{workspace}");
        for (method, path, query, post, allow) in &policies {
            let policy = (method.to_string(), format!("{base}{path}"), query.clone(), post.clone(), *allow);
            let is_right = verified.policies().iter().take(rights).any(|right| seen(right) == policy);
            if !expected.contains(&policy) && !is_right {
                expected.push(policy);
            }
        }
        prop_assert_eq!(verified.policies().iter().skip(rights).map(seen).collect::<Vec<_>>(), expected);

        let inspection = inspect_at(token.as_str(), now());
        prop_assert_eq!(inspection.minted_by(), [Library::TwilioCapability]);
        prop_assert_eq!(&inspection.channel().unwrap().policies, verified.policies());
        prop_assert!(inspection.findings().iter().all(|finding| finding.severity() != Severity::Error));
    }

    #[test]
    fn any_string_is_a_policy_url_or_is_refused(url in ".{0,40}") {
        if let Ok(url) = url.parse::<PolicyUrl>() {
            prop_assert!(url.as_str().bytes().all(|byte| byte.is_ascii_graphic() && !b"\"\\?#%".contains(&byte)));
        }
    }
}

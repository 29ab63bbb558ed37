//! What is said about a token, as text and as JSON.

use serde_json::{Map, Value, json};
use twilio_capability::read::{Inspection, ReadChannel, ReadGrants, ReadScope, TokenKind};
use twilio_capability::{Error, UnixTime, VerifyError};

/// The key that signed the token, and its account.
pub(crate) struct Signer {
    pub(crate) key: String,
    pub(crate) account: String,
}

/// Whether a token is valid.
pub(crate) type Verdict = Result<Signer, VerifyError>;

/// The inspection as text, and whether the token is valid if it was verified.
pub(crate) fn in_words(inspection: &Inspection, verdict: Option<&Verdict>) -> String {
    let verdict = match (verdict, inspection.kind()) {
        (None, TokenKind::Encrypted | TokenKind::ClientValidation) => {
            "Not verified: tokens of this kind are not verified here.".to_owned()
        }
        (None, TokenKind::Access) => {
            "Not verified: `twilio-token verify` does that with TWILIO_ACCOUNT_SID, \
             TWILIO_API_KEY and TWILIO_API_SECRET."
                .to_owned()
        }
        (None, _) => {
            "Not verified: `twilio-token verify` does that with TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN."
                .to_owned()
        }
        (Some(Ok(Signer { key, account })), _) => format!("Verified: signed by the {key} of {account}."),
        (Some(Err(error)), _) => match error.twilio_code() {
            Some(code) => format!("NOT VALID: {} (error {code}).", whole(error)),
            None => format!("NOT VALID: {}.", whole(error)),
        },
    };
    format!("{inspection}\n{verdict}")
}

/// What is wrong, and why.
fn whole(error: &VerifyError) -> String {
    format!("{:#}", Error::from(error.clone()))
}

/// The inspection as JSON, and whether the token is valid if it was verified.
pub(crate) fn as_json(inspection: &Inspection, verdict: Option<&Verdict>) -> Value {
    let seconds = |time: Option<UnixTime>| time.map(UnixTime::as_secs);
    let findings = inspection.findings().iter().map(|finding| {
        json!({
            "severity": finding.severity().to_string(),
            "rule": finding.rule().id(),
            "kind": format!("{:?}", finding.kind()),
            "path": finding.path(),
            "twilio_code": finding.twilio_code(),
            "client_code": finding.client_code(),
            "message": finding.to_string(),
        })
    });
    json!({
        "kind": format!("{:?}", inspection.kind()),
        "readable": inspection.is_readable(),
        "at": inspection.now().as_secs(),
        "algorithm": inspection.algorithm(),
        "issuer": inspection.issuer(),
        "subject": inspection.subject(),
        "region": inspection.region(),
        "id": inspection.id(),
        "grants": inspection.grants().map(grants_json),
        "channel": inspection.channel().map(channel_json),
        "scopes": inspection.scopes().map(|scopes| scopes.iter().map(scope_json).collect::<Vec<_>>()),
        "expires_at": seconds(inspection.expires_at()),
        "not_before": seconds(inspection.not_before()),
        "issued_at": seconds(inspection.issued_at()),
        "minted_by": inspection.minted_by().iter().map(ToString::to_string).collect::<Vec<_>>(),
        "findings": findings.collect::<Vec<_>>(),
        "verified": verdict.map(|verdict| match verdict {
            Ok(Signer { key, account }) => json!({ "valid": true, "key": key, "account": account }),
            Err(error) => json!({
                "valid": false,
                "kind": format!("{:?}", error.kind()),
                "twilio_code": error.twilio_code(),
                "message": whole(error),
            }),
        }),
        "explanation": in_words(inspection, verdict),
    })
}

fn scope_json(scope: &ReadScope) -> Value {
    // Lists of pairs instead of objects, because a name may occur twice.
    match scope {
        ReadScope::Incoming { client_name, .. } => json!({ "type": "incoming", "client_name": client_name }),
        ReadScope::Outgoing { app_sid, client_name, params, .. } => {
            json!({ "type": "outgoing", "app_sid": app_sid, "client_name": client_name, "params": params })
        }
        ReadScope::Events { path, filters, .. } => {
            json!({ "type": "events", "path": path, "filters": filters })
        }
        other => json!({ "type": "other", "explanation": other.to_string() }),
    }
}

fn grants_json(grants: &ReadGrants) -> Value {
    let mut json = Map::new();
    let mut add = |name: &str, grant: Option<Value>| {
        if let Some(grant) = grant {
            json.insert(name.to_owned(), grant);
        }
    };
    add("identity", grants.identity.as_deref().map(Value::from));
    add(
        "voice",
        grants.voice.as_ref().map(|voice| {
            json!({
                "incoming": voice.incoming,
                "outgoing": voice.outgoing.as_ref().map(|outgoing| {
                    json!({ "application_sid": outgoing.application_sid, "params": outgoing.params })
                }),
                "push_credential_sid": voice.push_credential_sid,
                "endpoint_id": voice.endpoint_id,
            })
        }),
    );
    add("video", grants.video.as_ref().map(|video| json!({ "room": video.room })));
    add(
        "chat",
        grants.chat.as_ref().map(|chat| {
            json!({
                "service_sid": chat.service_sid,
                "endpoint_id": chat.endpoint_id,
                "deployment_role_sid": chat.deployment_role_sid,
                "push_credential_sid": chat.push_credential_sid,
            })
        }),
    );
    add(
        "sync",
        grants
            .sync
            .as_ref()
            .map(|sync| json!({ "service_sid": sync.service_sid, "endpoint_id": sync.endpoint_id })),
    );
    add(
        "task_router",
        grants.task_router.as_ref().map(|router| {
            json!({ "workspace_sid": router.workspace_sid, "worker_sid": router.worker_sid, "role": router.role })
        }),
    );
    // Everybody who knows its content can watch the stream, so only say that there is one.
    add("playback", grants.playback.as_ref().map(|_| Value::from(true)));
    add("others", (!grants.others.is_empty()).then(|| json!(grants.others)));
    add("unreadable", (!grants.unreadable.is_empty()).then(|| json!(grants.unreadable)));
    json.into()
}

fn channel_json(channel: &ReadChannel) -> Value {
    // A name may occur twice in a filter, so it is a list of pairs.
    let policies = channel.policies.iter().map(|policy| {
        json!({
            "url": policy.url,
            "method": policy.method,
            "query_filter": policy.query_filter,
            "post_filter": policy.post_filter,
            "allow": policy.allow,
        })
    });
    json!({
        "account_sid": channel.account_sid,
        "workspace_sid": channel.workspace_sid,
        "channel": channel.channel,
        "policies": policies.collect::<Vec<_>>(),
    })
}

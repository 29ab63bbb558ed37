//! Why is this token refused? Explains a token in plain language, and verifies it if the key is known.
//!
//! ```text
//! cargo run --example inspect -- <token>
//! echo "$TOKEN" | cargo run --example inspect -- -
//! cargo run --example inspect -- --at 1700000000 --json <token>
//! cargo run --example inspect -- --expect capability <token>
//! ```
//!
//! If keys are in the environment, the token is verified too: a capability token with `TWILIO_ACCOUNT_SID` and
//! `TWILIO_AUTH_TOKEN`, and also with `TWILIO_AUTH_TOKEN_SECONDARY` if it is set; an access token with
//! `TWILIO_ACCOUNT_SID`, `TWILIO_API_KEY` and `TWILIO_API_SECRET`.
//!
//! Exit status: 0 if the token can be read and, if there is a key, is valid; 1 if not; 2 if the arguments are wrong.

use std::env::{self, VarError};
use std::io::{self, Read, Write};
use std::process::ExitCode;

use serde_json::{Map, Value, json};
use twilio_capability::read::{
    Inspection, MatchedKey, ReadGrants, ReadScope, TokenKind, VerifiedCapability, Verifier, inspect_at,
};
use twilio_capability::{
    AccessToken, AccountCredentials, ApiKeyCredentials, AuthToken, ClientCapability, EnvErrorKind, Error,
    UnixTime, VerifiedAccessToken, VerifyError,
};

const USAGE: &str = "usage: inspect [--json] [--at <unix seconds>] [--expect capability|access] <token>

`-` reads the token from standard input. If keys are in the environment, the token is verified too: a capability token
with TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN (and TWILIO_AUTH_TOKEN_SECONDARY, if it is set), an access token with
TWILIO_ACCOUNT_SID, TWILIO_API_KEY and TWILIO_API_SECRET.";

/// The largest number of bytes that are read from standard input: larger than any token, and small enough for any machine.
const MAX_INPUT: u64 = 1 << 20;

fn main() -> ExitCode {
    let call = match Call::parse(env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned())) {
        Ok(Some(call)) => call,
        Ok(None) => return print(USAGE, ExitCode::SUCCESS),
        Err(why) => {
            eprintln!("{why}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let mut inspection = inspect_at(&call.token, call.at);
    let keys = match Keys::from_env(inspection.kind()) {
        Ok(keys) => keys,
        Err(error) => {
            eprintln!("{error:#}");
            return ExitCode::from(2);
        }
    };
    if let Some(kind) = call.expected {
        inspection = inspection.expecting(kind);
    }
    let verdict = keys.verify(&call.token, call.at);
    let valid = match &verdict {
        Some(verdict) => verdict.is_ok(),
        None => inspection.is_readable(),
    };
    let shown = if call.json {
        ascii(&format!("{:#}", as_json(&inspection, verdict.as_ref())))
    } else {
        in_words(&inspection, verdict.as_ref())
    };
    print(&shown, if valid { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Prints `text`. A closed pipe is not a failure, so that `inspect … | head -1` succeeds.
fn print(text: &str, status: ExitCode) -> ExitCode {
    match writeln!(io::stdout(), "{text}") {
        Ok(()) => status,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => status,
        Err(error) => {
            eprintln!("cannot print: {error}");
            ExitCode::from(2)
        }
    }
}

struct Call {
    token: String,
    json: bool,
    at: UnixTime,
    expected: Option<TokenKind>,
}

impl Call {
    /// The arguments, or `None` if the user asked for help.
    fn parse(mut args: impl Iterator<Item = String>) -> Result<Option<Self>, String> {
        let (mut token, mut json, mut at, mut expected) = (None, false, None, None);
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--help" | "-h" => return Ok(None),
                "--json" => json = true,
                "--at" => {
                    let seconds = args.next().ok_or("--at needs a number of seconds since 1970")?;
                    let seconds =
                        seconds.parse().map_err(|_| format!("--at {seconds:?} is not a whole number"))?;
                    at = Some(UnixTime::from_secs(seconds).map_err(|error| format!("--at: {error:#}"))?);
                }
                "--expect" => {
                    expected = Some(match args.next().as_deref() {
                        Some("capability") => TokenKind::Capability,
                        Some("access") => TokenKind::Access,
                        _ => return Err("--expect needs `capability` or `access`".to_owned()),
                    });
                }
                option if option.starts_with("--") => return Err(format!("there is no option {option:?}")),
                _ if token.is_some() => return Err("there is more than one token: give only one".to_owned()),
                _ => token = Some(arg),
            }
        }
        let token = match token.ok_or("the token is missing")? {
            dash if dash == "-" => from_stdin()?,
            token => token,
        };
        // A line break or a space is often copied together with a token.
        let token = token.trim().to_owned();
        if token.is_empty() {
            return Err("the token is empty".to_owned());
        }
        Ok(Some(Self { token, json, at: at.unwrap_or_else(UnixTime::now), expected }))
    }
}

fn from_stdin() -> Result<String, String> {
    let mut bytes = Vec::new();
    io::stdin()
        .take(MAX_INPUT)
        .read_to_end(&mut bytes)
        .map_err(|error| format!("cannot read standard input: {error}"))?;
    // A token is ASCII. If the input is not UTF-8, `inspect` reports the position of the fault.
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The keys that are set in the environment.
struct Keys {
    account: Option<Verifier<ClientCapability>>,
    api_key: Option<Verifier<AccessToken>>,
}

/// The key that signed the token, and its account.
struct Signer {
    key: String,
    account: String,
}

impl Keys {
    /// The keys for this kind of token, or those for the other kind if there are none.
    fn from_env(kind: TokenKind) -> Result<Self, Error> {
        let is_set = |name| !matches!(env::var(name), Err(VarError::NotPresent));
        let api_key = [ApiKeyCredentials::API_KEY_VARIABLES, ApiKeyCredentials::API_SECRET_VARIABLES]
            .concat()
            .into_iter()
            .any(is_set);
        // If only the account is set, reading the credentials gives an error that says what is missing.
        let account = is_set(AccountCredentials::AUTH_TOKEN_VARIABLE)
            || is_set(AccountCredentials::ACCOUNT_SID_VARIABLE) && !api_key;
        let is_access = kind == TokenKind::Access;
        Ok(Self {
            account: (account && !(is_access && api_key)).then(account_verifier).transpose()?,
            api_key: (api_key && (is_access || !account))
                .then(|| ApiKeyCredentials::from_env().map(|key| Verifier::access_token(&key)))
                .transpose()?,
        })
    }

    /// If there are only keys for the other kind, the error names the kind of the token.
    fn verify(&self, token: &str, at: UnixTime) -> Option<Result<Signer, VerifyError>> {
        let account = self.account.as_ref().map(|account| account.verify_at(token, at).map(Signer::from));
        account.or_else(|| Some(self.api_key.as_ref()?.verify_at(token, at).map(Signer::from)))
    }
}

impl From<VerifiedCapability> for Signer {
    fn from(capability: VerifiedCapability) -> Self {
        let key = match capability.matched_key() {
            MatchedKey::Secondary => "secondary auth token",
            _ => "auth token",
        };
        Self { key: key.to_owned(), account: capability.issuer().to_string() }
    }
}

impl From<VerifiedAccessToken> for Signer {
    fn from(token: VerifiedAccessToken) -> Self {
        Self { key: format!("API key {}", token.api_key_sid()), account: token.account_sid().to_string() }
    }
}

fn account_verifier() -> Result<Verifier<ClientCapability>, Error> {
    let account = AccountCredentials::from_env()?;
    let verifier = Verifier::capability(&account);
    match AuthToken::from_env("TWILIO_AUTH_TOKEN_SECONDARY") {
        Ok(secondary) => Ok(verifier.or_auth_token(secondary)),
        Err(error) if error.kind() == EnvErrorKind::Missing => Ok(verifier),
        Err(error) => Err(error.into()),
    }
}

type Verdict<'a> = Option<&'a Result<Signer, VerifyError>>;

fn in_words(inspection: &Inspection, verdict: Verdict<'_>) -> String {
    match verdict {
        None if matches!(inspection.kind(), TokenKind::Encrypted | TokenKind::ClientValidation) => {
            format!("{inspection}\nNot verified: tokens of this kind are not verified here.")
        }
        None if inspection.kind() == TokenKind::Access => format!(
            "{inspection}\nNot verified: TWILIO_ACCOUNT_SID, TWILIO_API_KEY and TWILIO_API_SECRET are not set."
        ),
        None => format!("{inspection}\nNot verified: TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are not set."),
        Some(Ok(Signer { key, account })) => {
            format!("{inspection}\nVerified: signed by the {key} of {account}.")
        }
        Some(Err(error)) => match error.twilio_code() {
            Some(code) => format!("{inspection}\nNOT VALID: {} (error {code}).", whole(error)),
            None => format!("{inspection}\nNOT VALID: {}.", whole(error)),
        },
    }
}

/// What is wrong, and why.
fn whole(error: &VerifyError) -> String {
    format!("{:#}", Error::from(error.clone()))
}

/// The same JSON with everything that is not printable ASCII escaped, because a terminal could interpret it.
fn ascii(json: &str) -> String {
    let mut shown = String::new();
    for c in json.chars() {
        if c.is_ascii() && c != '\u{7f}' {
            shown.push(c);
        } else {
            shown.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    shown
}

fn as_json(inspection: &Inspection, verdict: Verdict<'_>) -> Value {
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

//! Why is this token refused? Explains a token in plain words, and verifies it where the key is at hand.
//!
//! ```text
//! cargo run --example inspect -- <token>
//! echo "$TOKEN" | cargo run --example inspect -- -
//! cargo run --example inspect -- --at 1700000000 --json <token>
//! ```
//!
//! With `TWILIO_ACCOUNT_SID` and `TWILIO_AUTH_TOKEN` in the environment the token is verified too, and with
//! `TWILIO_AUTH_TOKEN_SECONDARY` by either key. Exit status: 0 if the token can be read and, with a key, is valid;
//! 1 if not; 2 if the call was wrong.

use std::env::{self, VarError};
use std::io::{self, Read, Write};
use std::process::ExitCode;

use serde_json::{Value, json};
use twilio_capability::read::{Inspection, MatchedKey, ReadScope, VerifiedCapability, Verifier, inspect_at};
use twilio_capability::{AccountCredentials, AuthToken, UnixTime, VerifyError};

const USAGE: &str = "usage: inspect [--json] [--at <unix seconds>] <token>

`-` reads the token from standard input. With TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN set (and perhaps
TWILIO_AUTH_TOKEN_SECONDARY), the token is also verified.";

/// The most bytes that are read from standard input: far above any token, far below any memory.
const MAX_INPUT: u64 = 1 << 20;

fn main() -> ExitCode {
    let call = match Call::parse(env::args().skip(1)) {
        Ok(Some(call)) => call,
        Ok(None) => return print(USAGE, ExitCode::SUCCESS),
        Err(why) => {
            eprintln!("{why}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let verifier = match verifier() {
        Ok(verifier) => verifier,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::from(2);
        }
    };
    let inspection = inspect_at(&call.token, call.at);
    let verdict = verifier.map(|verifier| verifier.verify_at(&call.token, call.at));
    let valid = match &verdict {
        Some(verdict) => verdict.is_ok(),
        None => inspection.is_readable(),
    };
    let shown = if call.json {
        format!("{:#}", as_json(&inspection, verdict.as_ref()))
    } else {
        in_words(&inspection, verdict.as_ref())
    };
    print(&shown, if valid { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Prints, unless nobody reads: `inspect … | head -1` is no failure.
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
}

impl Call {
    /// The call, or nothing if help was asked for.
    fn parse(mut args: impl Iterator<Item = String>) -> Result<Option<Self>, String> {
        let (mut token, mut json, mut at) = (None, false, None);
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
                option if option.starts_with("--") => return Err(format!("there is no option {option:?}")),
                _ if token.is_some() => return Err("one token at a time".to_owned()),
                _ => token = Some(arg),
            }
        }
        let token = match token.ok_or("which token?")? {
            dash if dash == "-" => from_stdin()?,
            token => token,
        };
        // A line break or a space comes along when a token is copied.
        let token = token.trim().to_owned();
        if token.is_empty() {
            return Err("the token is empty".to_owned());
        }
        Ok(Some(Self { token, json, at: at.unwrap_or_else(UnixTime::now) }))
    }
}

fn from_stdin() -> Result<String, String> {
    let mut bytes = Vec::new();
    io::stdin()
        .take(MAX_INPUT)
        .read_to_end(&mut bytes)
        .map_err(|error| format!("cannot read standard input: {error}"))?;
    // What is not UTF-8 is no token; the reader says so, at the place where it stops being one.
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A verifier with the keys of the environment, if they are there.
fn verifier() -> Result<Option<Verifier>, String> {
    let unset = |name| matches!(env::var(name), Err(VarError::NotPresent));
    if unset(AccountCredentials::ACCOUNT_SID_VARIABLE) && unset(AccountCredentials::AUTH_TOKEN_VARIABLE) {
        return Ok(None);
    }
    let account = AccountCredentials::from_env().map_err(|error| error.to_string())?;
    let verifier = Verifier::new(&account);
    let secondary = "TWILIO_AUTH_TOKEN_SECONDARY";
    match env::var(secondary) {
        Ok(token) => {
            let token = AuthToken::try_from(token);
            let token = token.map_err(|error| format!("the environment variable {secondary}: {error}"))?;
            Ok(Some(verifier.or_auth_token(token)))
        }
        Err(VarError::NotPresent) => Ok(Some(verifier)),
        Err(VarError::NotUnicode(_)) => Err(format!("the environment variable {secondary} is not Unicode")),
    }
}

type Verdict<'a> = Option<&'a Result<VerifiedCapability, VerifyError>>;

fn in_words(inspection: &Inspection, verdict: Verdict<'_>) -> String {
    match verdict {
        None => format!("{inspection}\nNot verified: TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are not set."),
        Some(Ok(capability)) => {
            format!("{inspection}\nVerified: signed by the {} of {}.", key(capability), capability.issuer())
        }
        Some(Err(error)) => match error.twilio_code() {
            Some(code) => format!("{inspection}\nNOT VALID: {error} (error {code})."),
            None => format!("{inspection}\nNOT VALID: {error}."),
        },
    }
}

fn key(capability: &VerifiedCapability) -> &'static str {
    match capability.matched_key() {
        MatchedKey::Secondary => "secondary auth token",
        _ => "auth token",
    }
}

fn as_json(inspection: &Inspection, verdict: Verdict<'_>) -> Value {
    let seconds = |time: Option<UnixTime>| time.map(UnixTime::as_secs);
    let findings = inspection.findings().iter().map(|finding| {
        json!({
            "kind": format!("{:?}", finding.kind()),
            "twilio_code": finding.twilio_code(),
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
        "identity": inspection.identity(),
        "grants": inspection.grants(),
        "scopes": inspection.scopes().map(|scopes| scopes.iter().map(scope_json).collect::<Vec<_>>()),
        "expires_at": seconds(inspection.expires_at()),
        "not_before": seconds(inspection.not_before()),
        "issued_at": seconds(inspection.issued_at()),
        "minted_by": inspection.minted_by().iter().map(ToString::to_string).collect::<Vec<_>>(),
        "findings": findings.collect::<Vec<_>>(),
        "verified": verdict.map(|verdict| match verdict {
            Ok(capability) => json!({ "valid": true, "key": key(capability) }),
            Err(error) => json!({
                "valid": false,
                "kind": format!("{:?}", error.kind()),
                "twilio_code": error.twilio_code(),
                "message": error.to_string(),
            }),
        }),
        "explanation": in_words(inspection, verdict),
    })
}

fn scope_json(scope: &ReadScope) -> Value {
    // Lists of pairs and not objects: a name may occur twice.
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

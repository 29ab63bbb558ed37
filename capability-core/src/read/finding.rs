//! What Twilio, or a careful reader, would have against a token.

use std::collections::HashSet;
use std::fmt;
use std::time::Duration;

use twilio_capability_rules::sid::{self, SidKind};
use twilio_capability_rules::string::{StringErrorKind, StringRule};

use super::claims::Times;
use super::words::Words;
use super::{ReadScope, ReadScopes, ScopeErrorKind, VerifyError, VerifyErrorKind};
use crate::{Ttl, UnixTime};

/// One thing that is wrong, or odd, with a token.
///
/// `Display` is a sentence about it. Where Twilio refuses such tokens, [`twilio_code`](Self::twilio_code) is the
/// documented error.
///
/// ```
/// use twilio_capability_core::read::{FindingKind, inspect};
///
/// let inspection = inspect("not a token");
/// let finding = &inspection.findings()[0];
/// assert_eq!((finding.kind(), finding.twilio_code()), (FindingKind::Malformed, Some(20101)));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    kind: FindingKind,
    code: Option<u32>,
    sentence: String,
}

/// What is wrong, or odd.
///
/// ```
/// use twilio_capability_core::UnixTime;
/// use twilio_capability_core::read::{FindingKind, inspect_at};
///
/// # let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWVudDppbmNvbWluZz9jbGllbnROYW1lPWpvaG4iLCJpc3MiOiJBQzAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwIiwiZXhwIjoxNzAwMDAzNjAwMDAwfQ.07XdrlAVpzJDPzMahm_vAtIfihOOarH5ipv2_2YGLAk";
/// // The claim `exp` is 1700003600000.
/// let inspection = inspect_at(token, UnixTime::from_secs(1_700_000_000)?);
/// assert_eq!(inspection.findings()[0].kind(), FindingKind::Milliseconds);
/// # Ok::<(), twilio_capability_core::TimeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum FindingKind {
    /// It cannot be read, or not as strictly as a verifier reads.
    Malformed,
    /// It is another kind of token than the one expected.
    OtherToken,
    /// It has expired.
    Expired,
    /// It is not yet valid.
    NotYetValid,
    /// It lives for more than 24 hours.
    LifetimeTooLong,
    /// A time is given in milliseconds.
    Milliseconds,
    /// It starts to be valid when it has ended already.
    NeverValid,
    /// It says that it was issued in the future.
    IssuedLater,
    /// The issuer or the subject is not a SID of its kind.
    Issuer,
    /// The scope is empty.
    EmptyScope,
    /// Something that was not encoded has become a scope or a word of its own.
    ScopeInjection,
    /// The SID of an application is not one.
    ApplicationSid,
    /// A client name breaks the rule, or is missing.
    ClientName,
    /// A parameter has the name of one that Twilio sends itself.
    ShadowedParameter,
    /// A parameter occurs twice.
    RepeatedParameter,
    /// The path of an event stream is not the one known.
    EventsPath,
    /// An access token grants nothing, or a grant of it does not say what.
    EmptyGrant,
    /// An access token does not say whom it is for, or not as Voice needs it.
    Identity,
    /// A SID of a grant is not one of its kind.
    GrantSid,
    /// There is a grant, or a member of one, that is not known here.
    UnknownGrant,
    /// The region is none of Twilio's that are known.
    Region,
    /// The header has members that Twilio's libraries do not write.
    UnusualHeader,
    /// There are claims that Twilio's libraries do not write.
    UnusualClaim,
}

impl Finding {
    /// What is wrong, or odd.
    ///
    /// ```
    /// # use twilio_capability_core::read::{FindingKind, inspect};
    /// let inspection = inspect("not a token");
    /// assert_eq!(inspection.findings()[0].kind(), FindingKind::Malformed);
    /// ```
    #[must_use]
    pub fn kind(&self) -> FindingKind {
        self.kind
    }

    /// The error that Twilio documents for such tokens; `None` if it takes them, or it is not known.
    ///
    /// ```
    /// # use twilio_capability_core::read::{FindingKind, inspect_at};
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability, UnixTime};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// let end = UnixTime::from_secs(1_700_000_000)?;
    /// let capability = ClientCapability::new().incoming("john".parse()?).expires_at(end).not_before(end);
    /// let token = capability.credentials(&account).sign_at(UnixTime::from_secs(1_699_999_000)?);
    /// let inspection = inspect_at(token.as_str(), end);
    /// let codes: Vec<_> = inspection.findings().iter().map(|found| (found.kind(), found.twilio_code())).collect();
    /// assert_eq!(codes, [(FindingKind::Expired, Some(20104)), (FindingKind::NeverValid, None)]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn twilio_code(&self) -> Option<u32> {
        self.code
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

/// What has been found so far.
#[derive(Default)]
pub(super) struct Findings(pub(super) Vec<Finding>);

impl Findings {
    pub(super) fn refused(&mut self, kind: FindingKind, code: u32, sentence: impl fmt::Display) {
        self.0.push(Finding { kind, code: Some(code), sentence: sentence.to_string() });
    }

    pub(super) fn odd(&mut self, kind: FindingKind, sentence: impl fmt::Display) {
        self.0.push(Finding { kind, code: None, sentence: sentence.to_string() });
    }

    /// Notes the error if there is one.
    pub(super) fn take<T>(&mut self, result: Result<T, VerifyError>) -> Option<T> {
        result.map_err(|error| self.error(&error)).ok()
    }

    pub(super) fn error(&mut self, error: &VerifyError) {
        let kind = match error.kind() {
            VerifyErrorKind::Expired => FindingKind::Expired,
            VerifyErrorKind::NotYetValid => FindingKind::NotYetValid,
            VerifyErrorKind::LifetimeTooLong => FindingKind::LifetimeTooLong,
            VerifyErrorKind::ClaimRange(_) if error.is_too_large() => FindingKind::Milliseconds,
            VerifyErrorKind::MissingClaim("iss" | "sub") | VerifyErrorKind::ClaimType("iss" | "sub") => {
                FindingKind::Issuer
            }
            VerifyErrorKind::Scope
                if error.scope().is_some_and(|error| error.kind() == ScopeErrorKind::NotAScope) =>
            {
                FindingKind::ScopeInjection
            }
            _ => FindingKind::Malformed,
        };
        let sentence = match error.kind() {
            VerifyErrorKind::Expired => format!("it expired {} ago", Words(error.seconds())),
            VerifyErrorKind::NotYetValid => format!("it starts in {}", Words(error.seconds())),
            VerifyErrorKind::LifetimeTooLong => {
                format!("it lives for {} or more, at most 24 hours are allowed", Words(error.seconds()))
            }
            _ => error.to_string(),
        };
        self.0.push(Finding { kind, code: error.twilio_code(), sentence });
    }

    /// A SID that stands in a claim.
    pub(super) fn sid(&mut self, expected: SidKind, claim: &str, value: &str) {
        if let Err(error) = sid::check(expected, value) {
            self.refused(FindingKind::Issuer, 20103, format_args!("the claim `{claim}`: {error}"));
        }
    }

    /// What is wrong with the times at `now`, and what is odd although each may be right.
    pub(super) fn times(&mut self, times: &Times, now: UnixTime) {
        for check in times.checks(now, Duration::ZERO) {
            self.take(check);
        }
        if times.not_before.is_some_and(|not_before| not_before >= times.expires_at) {
            self.odd(FindingKind::NeverValid, "it is never valid: it ends before it starts");
        }
        let started = times.not_before.filter(|start| *start <= now);
        let since_start = started.map(|start| times.expires_at.as_secs().saturating_sub(start.as_secs()));
        if times.issued_at.is_none() && since_start.is_some_and(|life| life > Ttl::MAX.as_secs().into()) {
            self.odd(
                FindingKind::LifetimeTooLong,
                "from its start to its end there are more than 24 hours, which a new token may not have",
            );
        }
        if let Some(issued_at) = times.issued_at.filter(|issued_at| *issued_at > now) {
            let ahead = Words(issued_at.as_secs() - now.as_secs());
            self.odd(
                FindingKind::IssuedLater,
                format_args!("it says that it is issued in {ahead}: is a clock wrong?"),
            );
        }
    }

    pub(super) fn scopes(&mut self, scopes: &ReadScopes) {
        if scopes.is_empty() {
            self.refused(FindingKind::EmptyScope, 20106, "the scope is empty: the token allows nothing");
        }
        for (one, many) in [
            (scopes.iter().filter(|scope| matches!(scope, ReadScope::Incoming { .. })).count(), "incoming"),
            (scopes.iter().filter(|scope| matches!(scope, ReadScope::Outgoing { .. })).count(), "outgoing"),
            (scopes.iter().filter(|scope| matches!(scope, ReadScope::Events { .. })).count(), "event-stream"),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 1)
        {
            self.odd(
                FindingKind::ScopeInjection,
                format_args!(
                    "there are {one} {many} scopes: were they all meant, or was a name with a space not encoded?"
                ),
            );
        }
        scopes.iter().for_each(|scope| self.scope(scope));
    }

    fn scope(&mut self, scope: &ReadScope) {
        match scope {
            ReadScope::Incoming { client_name } => match client_name {
                Some(name) => self.client_name(name),
                None => self.refused(
                    FindingKind::ClientName,
                    31105,
                    "the incoming scope has no client name, so nobody can be called",
                ),
            },
            ReadScope::Outgoing { app_sid, client_name, params } => {
                self.application(app_sid);
                if let Some(name) = client_name {
                    self.client_name(name);
                }
                self.shadowed(params.iter().map(|(name, _)| name.as_str()));
                self.repeated(params);
            }
            ReadScope::Events { path, filters } => {
                if path != ReadScopes::EVENTS_PATH {
                    let known = ReadScopes::EVENTS_PATH;
                    self.odd(FindingKind::EventsPath, format_args!("the event stream is not {known}"));
                }
                self.repeated(filters);
            }
        }
    }

    pub(super) fn application(&mut self, sid: &str) {
        if let Err(error) = sid::check(SidKind::Application, sid) {
            self.refused(FindingKind::ApplicationSid, 21218, error);
        }
    }

    /// Parameters for a webhook that have names of Twilio's own.
    pub(super) fn shadowed<'n>(&mut self, names: impl Iterator<Item = &'n str>) {
        for error in names.filter_map(|name| StringRule::PARAM_NAME.check(name).err()) {
            if let StringErrorKind::Reserved(_) = error.kind() {
                self.odd(FindingKind::ShadowedParameter, error);
            }
        }
    }

    fn client_name(&mut self, name: &str) {
        if let Err(error) = StringRule::CLIENT_NAME.check(name) {
            self.refused(FindingKind::ClientName, 31105, error);
        }
    }

    fn repeated(&mut self, params: &[(String, String)]) {
        if let Some(name) = repeated(params) {
            self.odd(FindingKind::RepeatedParameter, format_args!("the parameter {name:?} occurs twice"));
        }
    }
}

/// The first name that occurs a second time.
pub(super) fn repeated(params: &[(String, String)]) -> Option<&str> {
    let mut seen = HashSet::with_capacity(params.len());
    params.iter().map(|(name, _)| name.as_str()).find(|name| !seen.insert(*name))
}

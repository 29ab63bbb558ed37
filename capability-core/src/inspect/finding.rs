//! What Twilio, or a careful reader, would have against a token.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use twilio_capability_rules::sid::{self, SidKind};

use super::duration::InWords;
use crate::jwt::{Claim, Clock, Validity, VerifyError, VerifyErrorKind, claim};
use crate::values::{Ttl, UnixTime};

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
    path: Cow<'static, str>,
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
    /// Something that must be there is missing.
    Missing,
    /// Something is there but empty: a scope, the grants, one of them, a name.
    Empty,
    /// A SID, a name or a region breaks its rule.
    Invalid,
    /// Something that was not encoded has become a scope or a word of its own.
    Injection,
    /// A parameter has the name of one that Twilio sends itself.
    Reserved,
    /// A parameter occurs twice.
    Repeated,
    /// There is a grant, a member of one, or a resource that is not known here.
    Unknown,
    /// The header or the claims have a member that Twilio's libraries do not write.
    Unusual,
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

    /// Where it is, as a JSON pointer (RFC 6901) into the header or the claims, such as `/exp` or `/grants/video/room`; empty
    /// if it is about the token as a whole.
    ///
    /// ```
    /// use twilio_capability_core::read::{FindingKind, inspect};
    ///
    /// // The header is `{"alg":"none"}`, the claims are `{}`.
    /// let inspection = inspect("eyJhbGciOiJub25lIn0.e30.");
    /// let missing = inspection.findings().iter().find(|finding| finding.kind() == FindingKind::Missing);
    /// assert_eq!(missing.unwrap().path(), "/exp");
    /// ```
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
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
pub(crate) struct Findings(pub(super) Vec<Finding>);

impl Findings {
    /// A reason for which Twilio refuses the token, with the code of the error.
    pub(crate) fn refused(
        &mut self,
        kind: FindingKind,
        path: impl Into<Cow<'static, str>>,
        code: u32,
        sentence: impl fmt::Display,
    ) {
        self.push(kind, path.into(), Some(code), &sentence);
    }

    /// Something that is odd, and that Twilio accepts as far as is known.
    pub(crate) fn odd(
        &mut self,
        kind: FindingKind,
        path: impl Into<Cow<'static, str>>,
        sentence: impl fmt::Display,
    ) {
        self.push(kind, path.into(), None, &sentence);
    }

    fn push(
        &mut self,
        kind: FindingKind,
        path: Cow<'static, str>,
        code: Option<u32>,
        sentence: &dyn fmt::Display,
    ) {
        self.0.push(Finding { kind, path, code, sentence: sentence.to_string() });
    }

    /// Notes the error if there is one.
    pub(crate) fn take<T>(&mut self, result: Result<T, VerifyError>) -> Option<T> {
        result.map_err(|error| self.error(&error)).ok()
    }

    pub(crate) fn error(&mut self, error: &VerifyError) {
        let kind = match error.kind() {
            VerifyErrorKind::Expired => FindingKind::Expired,
            VerifyErrorKind::NotYetValid => FindingKind::NotYetValid,
            VerifyErrorKind::LifetimeTooLong => FindingKind::LifetimeTooLong,
            VerifyErrorKind::OutOfRange if error.is_too_large() => FindingKind::Milliseconds,
            VerifyErrorKind::Missing => FindingKind::Missing,
            _ => FindingKind::Malformed,
        };
        self.error_as(kind, error);
    }

    pub(crate) fn error_as(&mut self, kind: FindingKind, error: &VerifyError) {
        let seconds = InWords(error.seconds());
        let sentence = match error.kind() {
            VerifyErrorKind::Expired => format!("it expired {seconds} ago"),
            VerifyErrorKind::NotYetValid => format!("it starts in {seconds}"),
            VerifyErrorKind::LifetimeTooLong => {
                format!("it lives for {seconds} or more, at most 24 hours are allowed")
            }
            _ => error.to_string(),
        };
        self.push(kind, error.path().into(), error.twilio_code(), &sentence);
    }

    /// A SID that a claim holds.
    pub(crate) fn issuer(&mut self, expected: SidKind, claim: Claim, value: &str) {
        if let Err(error) = sid::check(expected, value) {
            let sentence = format_args!("the claim `{}`: {error}", claim.name());
            self.refused(FindingKind::Invalid, claim.path(), claim.code(), sentence);
        }
    }

    /// What is wrong with the times at `now`, and what is odd although each may be right.
    pub(super) fn validity(&mut self, validity: &Validity, now: UnixTime) {
        for check in validity.checks(Clock { now, leeway: Duration::ZERO }) {
            self.take(check);
        }
        let expires = claim::EXPIRES.path();
        if validity.not_before.is_some_and(|not_before| not_before >= validity.expires_at) {
            self.odd(FindingKind::NeverValid, expires, "it is never valid: it ends before it starts");
        }
        let started = validity.not_before.filter(|start| *start <= now);
        let since_start = started.map(|start| validity.expires_at.as_secs().saturating_sub(start.as_secs()));
        if validity.issued_at.is_none() && since_start.is_some_and(|life| life > Ttl::MAX.as_secs().into()) {
            self.odd(
                FindingKind::LifetimeTooLong,
                expires,
                "from its start to its end there are more than 24 hours, which a new token may not have",
            );
        }
        if let Some(issued_at) = validity.issued_at.filter(|issued_at| *issued_at > now) {
            let ahead = InWords(issued_at.as_secs() - now.as_secs());
            let sentence = format_args!("it says that it is issued in {ahead}: is a clock wrong?");
            self.odd(FindingKind::IssuedLater, claim::ISSUED_AT.path(), sentence);
        }
    }
}

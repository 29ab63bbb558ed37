use std::fmt;

use super::finding::Findings;
use super::words::Words;
use super::{Finding, FindingKind, Library, ReadGrants, ReadScopes};
use crate::UnixTime;

/// What a token says about itself. **Not verified**: anybody can write a token that says this.
///
/// `Display` explains it in plain words: what it is and allows, for how long, which library likely minted it, and
/// each reason for which Twilio would refuse it, with the error code.
///
/// ```
/// use twilio_capability_core::read::inspect;
/// # use twilio_capability_core::{AccountCredentials, ClientCapability};
/// # let account = AccountCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "not_a_real_auth_token".parse()?,
/// # );
/// # let token = ClientCapability::new().incoming("john".parse()?).credentials(&account).sign();
///
/// let inspection = inspect(token.as_str());
/// assert!(inspection.to_string().starts_with("This is a client capability token, read without its key."));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Inspection {
    kind: TokenKind,
    now: UnixTime,
    facts: Facts,
    findings: Vec<Finding>,
}

/// What could be read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Facts {
    pub(super) readable: bool,
    pub(super) algorithm: Option<String>,
    pub(super) region: Option<String>,
    pub(super) issuer: Option<String>,
    pub(super) subject: Option<String>,
    pub(super) id: Option<String>,
    pub(super) scopes: Option<ReadScopes>,
    pub(super) grants: Option<ReadGrants>,
    pub(super) expires_at: Option<UnixTime>,
    pub(super) not_before: Option<UnixTime>,
    pub(super) issued_at: Option<UnixTime>,
    pub(super) minted_by: Vec<Library>,
}

/// The kinds of tokens that Twilio has.
///
/// ```
/// use twilio_capability_core::read::{TokenKind, inspect};
///
/// assert_eq!(inspect("not a token").kind(), TokenKind::Unknown);
/// assert_eq!(TokenKind::Access.to_string(), "an access token");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum TokenKind {
    /// A client capability token.
    Capability,
    /// An access token.
    Access,
    /// A capability token of `TaskRouter`.
    TaskRouter,
    /// None of these, or it cannot be told.
    Unknown,
}

impl fmt::Display for TokenKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Capability => "a client capability token",
            Self::Access => "an access token",
            Self::TaskRouter => "a TaskRouter capability token",
            Self::Unknown => "no token of Twilio's that is known here",
        })
    }
}

impl Inspection {
    pub(super) fn new(kind: TokenKind, now: UnixTime, facts: Facts, findings: Findings) -> Self {
        Self { kind, now, facts, findings: findings.0 }
    }

    /// What kind of token it is.
    ///
    /// ```
    /// # use twilio_capability_core::read::{TokenKind, inspect};
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(&api_key);
    /// let token = video.sign();
    /// assert_eq!(inspect(token.as_str()).kind(), TokenKind::Access);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn kind(&self) -> TokenKind {
        self.kind
    }

    /// The same, for somebody who expects that kind of token: one of another kind gets a finding that says so.
    ///
    /// ```
    /// use twilio_capability_core::read::{FindingKind, TokenKind, inspect};
    ///
    /// # let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6IiIsImlzcyI6IiIsImV4cCI6MTcwMDAwMDAwMH0.AAAA";
    /// let inspection = inspect(token).expecting(TokenKind::Access);
    /// let other = inspection.findings().iter().find(|finding| finding.kind() == FindingKind::OtherToken);
    /// assert_eq!(other.unwrap().twilio_code(), Some(20102));
    /// ```
    #[must_use]
    pub fn expecting(self, expected: TokenKind) -> Self {
        let mut findings = Findings(self.findings);
        findings.0.retain(|finding| finding.kind() != FindingKind::OtherToken);
        let known = self.facts.readable || self.kind != TokenKind::Unknown;
        if known && self.kind != expected {
            // Access tokens are told by their header; a client that reads capability tokens finds no JWT of its
            // kind.
            let code = if expected == TokenKind::Access { 20102 } else { 31204 };
            let (kind, found) = (FindingKind::OtherToken, self.kind);
            findings.refused(kind, code, format_args!("this is {found}, where {expected} is expected"));
        }
        Self { findings: findings.0, ..self }
    }

    /// Whether both header and claims could be read; the findings say why not.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # let token = ClientCapability::new().incoming("john".parse()?).credentials(&account).sign();
    /// assert!(inspect(token.as_str()).is_readable());
    /// assert!(!inspect("not a token").is_readable());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_readable(&self) -> bool {
        self.facts.readable
    }

    /// What Twilio or a careful reader would have against the token: first what keeps it from being read.
    ///
    /// ```
    /// # use twilio_capability_core::read::{FindingKind, inspect_at};
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # let token = ClientCapability::new().incoming("john".parse()?).credentials(&account).sign();
    /// let inspection = inspect_at(token.as_str(), token.expires_at());
    /// let kinds: Vec<_> = inspection.findings().iter().map(|finding| finding.kind()).collect();
    /// assert_eq!(kinds, [FindingKind::Expired]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The time for which the findings are true.
    ///
    /// ```
    /// # use twilio_capability_core::read::{inspect_at};
    /// # use twilio_capability_core::UnixTime;
    /// let now = UnixTime::from_secs(1_700_000_000)?;
    /// assert_eq!(inspect_at("not a token", now).now(), now);
    /// # Ok::<(), twilio_capability_core::TimeError>(())
    /// ```
    #[must_use]
    pub fn now(&self) -> UnixTime {
        self.now
    }

    /// The algorithm that the header names.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// // The header is `{"alg":"none"}`, which no verifier takes.
    /// let inspection = inspect("eyJhbGciOiJub25lIn0.e30.");
    /// assert_eq!(inspection.algorithm(), Some("none"));
    /// ```
    #[must_use]
    pub fn algorithm(&self) -> Option<&str> {
        self.facts.algorithm.as_deref()
    }

    /// The region that the header of an access token names (`twr`).
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, Region, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(&api_key);
    /// let token = video.region(Region::IE1).sign();
    /// assert_eq!(inspect(token.as_str()).region(), Some("ie1"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.facts.region.as_deref()
    }

    /// The `iss` claim: the account, in capability tokens, and the API key in access tokens.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # let token = ClientCapability::new().incoming("john".parse()?).credentials(&account).sign();
    /// let inspection = inspect(token.as_str());
    /// assert_eq!(inspection.issuer(), Some("AC00000000000000000000000000000000"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn issuer(&self) -> Option<&str> {
        self.facts.issuer.as_deref()
    }

    /// The `sub` claim: the account, in access tokens.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(&api_key);
    /// let token = video.sign();
    /// assert_eq!(inspect(token.as_str()).subject(), Some("AC00000000000000000000000000000000"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn subject(&self) -> Option<&str> {
        self.facts.subject.as_deref()
    }

    /// The `jti` claim: what tells an access token from others.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(&api_key);
    /// let token = video.id("order-4711".parse()?).sign();
    /// assert_eq!(inspect(token.as_str()).id(), Some("order-4711"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.facts.id.as_deref()
    }

    /// What an access token grants, and to whom.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(&api_key);
    /// let inspection = inspect(video.sign().as_str());
    /// assert_eq!(inspection.grants().unwrap().to_string(), "to \"zoë\"; Video: enter any room");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn grants(&self) -> Option<&ReadGrants> {
        self.facts.grants.as_ref()
    }

    /// What a client capability token allows.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # let token = ClientCapability::new().incoming("john".parse()?).credentials(&account).sign();
    /// let inspection = inspect(token.as_str());
    /// assert_eq!(inspection.scopes().unwrap().to_string(), "take calls to \"john\"");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn scopes(&self) -> Option<&ReadScopes> {
        self.facts.scopes.as_ref()
    }

    /// The `exp` claim.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # let token = ClientCapability::new().incoming("john".parse()?).credentials(&account).sign();
    /// assert_eq!(inspect(token.as_str()).expires_at(), Some(token.expires_at()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn expires_at(&self) -> Option<UnixTime> {
        self.facts.expires_at
    }

    /// The `nbf` claim.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability, UnixTime};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// let start = UnixTime::from_secs(1_700_000_000)?;
    /// let capability = ClientCapability::new().incoming("john".parse()?).not_before(start);
    /// let token = capability.credentials(&account).sign();
    /// assert_eq!(inspect(token.as_str()).not_before(), Some(start));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn not_before(&self) -> Option<UnixTime> {
        self.facts.not_before
    }

    /// The `iat` claim.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWVudDppbmNvbWluZz9jbGllbnROYW1lPWpvaG4iLCJpc3MiOiJBQzAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwIiwiZXhwIjoxNzAwMDAzNjAwLCJpYXQiOjE3MDAwMDAwMDB9.5L2CCjy1BgXmPxVLAlEETcGMQn6dXaQE15vqrOcvfDc";
    /// // A token with `iat`, which Twilio's library for Node.js writes.
    /// assert_eq!(inspect(token).issued_at().unwrap().as_secs(), 1_700_000_000);
    /// ```
    #[must_use]
    pub fn issued_at(&self) -> Option<UnixTime> {
        self.facts.issued_at
    }

    /// The libraries that write tokens in this form; none if it is nobody's.
    ///
    /// ```
    /// # use twilio_capability_core::read::{Library, inspect};
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(&api_key);
    /// let token = video.sign();
    /// assert_eq!(inspect(token.as_str()).minted_by(), [Library::TwilioCapability]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn minted_by(&self) -> &[Library] {
        &self.facts.minted_by
    }
}

/// Texts of the token stand in quotes, with control characters escaped, so that no token can write to a
/// terminal what it likes.
impl fmt::Display for Inspection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let facts = &self.facts;
        if facts.readable {
            writeln!(f, "This is {}, read without its key.", self.kind)?;
        } else {
            f.write_str("This cannot be read as a token.\n")?;
        }
        self.rights(f)?;
        self.times(f)?;
        if !facts.minted_by.is_empty() {
            f.write_str("Likely minted by ")?;
            for (n, library) in facts.minted_by.iter().enumerate() {
                write!(f, "{}{library}", if n == 0 { "" } else { " or " })?;
            }
            f.write_str(".\n")?;
        }
        let refused: Vec<_> =
            self.findings.iter().filter(|finding| finding.twilio_code().is_some()).collect();
        if refused.is_empty() {
            f.write_str("Without the key, nothing is seen for which Twilio would refuse it.")?;
        } else {
            f.write_str("Twilio would refuse it:")?;
            for finding in refused {
                let code = finding.twilio_code().unwrap_or_default();
                write!(f, "\n  error {code}: {finding}")?;
            }
        }
        for finding in self.findings.iter().filter(|finding| finding.twilio_code().is_none()) {
            write!(f, "\nNote: {finding}")?;
        }
        Ok(())
    }
}

impl Inspection {
    fn rights(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let facts = &self.facts;
        if let Some(issuer) = &facts.issuer {
            writeln!(f, "Issued by {issuer:?}.")?;
        }
        if let Some(subject) = &facts.subject {
            writeln!(f, "For the account {subject:?}.")?;
        }
        if let Some(region) = &facts.region {
            writeln!(f, "In the region {region:?}.")?;
        }
        if let Some(grants) = &facts.grants {
            match &grants.identity {
                Some(identity) => writeln!(f, "For the user {identity:?}.")?,
                None if grants.is_unreadable("identity") => writeln!(f, "For a user that cannot be read.")?,
                None => writeln!(f, "For nobody in particular.")?,
            }
            f.write_str(if grants.is_empty() { "Grants nothing.\n" } else { "Grants\n" })?;
            grants.in_words().try_for_each(|words| writeln!(f, "  {words}"))?;
        }
        match &facts.scopes {
            Some(scopes) if scopes.is_empty() => writeln!(f, "Allows nothing.")?,
            Some(scopes) => {
                writeln!(f, "Allows to")?;
                for scope in scopes {
                    writeln!(f, "  {scope}")?;
                }
            }
            None => {}
        }
        Ok(())
    }

    fn times(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let now = self.now.as_secs();
        let relative = |time: UnixTime| {
            let seconds = time.as_secs();
            if seconds > now {
                format!("in {}", Words(seconds - now))
            } else {
                format!("{} ago", Words(now - seconds))
            }
        };
        if let Some(not_before) = self.facts.not_before {
            writeln!(f, "Valid from {not_before} ({}).", relative(not_before))?;
        }
        if let Some(expires_at) = self.facts.expires_at {
            writeln!(f, "Valid until {expires_at} ({}).", relative(expires_at))?;
            // Nobody knows when a token was issued that says it will be.
            let issued_at = self.facts.issued_at.filter(|time| *time <= self.now);
            if let Some(start) = issued_at.or(self.facts.not_before) {
                let life = expires_at.as_secs().saturating_sub(start.as_secs());
                writeln!(f, "Lives for {}.", Words(life))?;
            }
        }
        Ok(())
    }
}

use std::fmt;
use std::time::Duration;

use twilio_capability_rules::sid::SidKind;

use super::claims::{self, Times};
use super::compact::{Compact, MAX_LEN};
use super::error::{TokenPart, VerifyError, VerifyErrorKind};
use super::finding::Findings;
use super::json::{Members, Value};
use super::words::Words;
use super::{Finding, FindingKind, Library, ReadScopes, header, library};
use crate::UnixTime;

/// Reads what a token says without its key, by the system's clock.
///
/// Everything may be read, and nothing of it is to be believed: for that there is the
/// [`Verifier`](super::Verifier). This never fails; what cannot be read is a finding.
///
/// ```
/// use twilio_capability_core::read::{TokenKind, inspect};
/// use twilio_capability_core::{AccountCredentials, ClientCapability, ClientName};
///
/// let account = AccountCredentials::new(
///     "AC00000000000000000000000000000000".parse()?,
///     "not_a_real_auth_token".parse()?,
/// );
/// let token = ClientCapability::new().incoming(ClientName::from_static("john")).credentials(&account).sign();
///
/// let inspection = inspect(token.as_str());
/// assert_eq!(inspection.kind(), TokenKind::Capability);
/// assert!(inspection.findings().is_empty());
/// // In plain words:
/// println!("{inspection}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn inspect(token: &str) -> Inspection {
    inspect_at(token, UnixTime::now())
}

/// As [`inspect`], as if it were `now`.
///
/// ```
/// use twilio_capability_core::UnixTime;
/// use twilio_capability_core::read::{FindingKind, inspect_at};
///
/// let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6IiIsImlzcyI6IiIsImV4cCI6MTcwMDAwMDAwMH0.AAAA";
/// let inspection = inspect_at(token, UnixTime::from_secs(1_700_000_060)?);
/// let expired = inspection.findings().iter().find(|finding| finding.kind() == FindingKind::Expired).unwrap();
/// assert_eq!((expired.to_string().as_str(), expired.twilio_code()), ("it expired 1 minute ago", Some(20104)));
/// # Ok::<(), twilio_capability_core::TimeError>(())
/// ```
#[must_use]
pub fn inspect_at(token: &str, now: UnixTime) -> Inspection {
    let mut reader = Reader::default();
    let kind = reader.token(token, now);
    let Reader { mut facts, findings } = reader;
    facts.findings = findings.0;
    Inspection { kind, now, facts }.expecting(TokenKind::Capability)
}

/// What a token says about itself. **Not verified**: anybody can write a token that says this.
///
/// `Display` explains it in plain words: what it is and allows, for how long, which library likely minted it, and
/// each reason for which Twilio would refuse it, with the error code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Inspection {
    kind: TokenKind,
    now: UnixTime,
    facts: Facts,
}

/// What could be read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Facts {
    readable: bool,
    algorithm: Option<String>,
    issuer: Option<String>,
    subject: Option<String>,
    identity: Option<String>,
    grants: Vec<String>,
    scopes: Option<ReadScopes>,
    expires_at: Option<UnixTime>,
    not_before: Option<UnixTime>,
    issued_at: Option<UnixTime>,
    minted_by: Vec<Library>,
    findings: Vec<Finding>,
}

/// The kinds of tokens that Twilio has.
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
    /// What kind of token it is.
    #[must_use]
    pub fn kind(&self) -> TokenKind {
        self.kind
    }

    /// The same, for somebody who expects that kind of token; a client capability token if nothing is said.
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
    pub fn expecting(mut self, expected: TokenKind) -> Self {
        let mut findings = Findings(std::mem::take(&mut self.facts.findings));
        findings.0.retain(|finding| finding.kind() != FindingKind::OtherToken);
        let known = self.facts.readable || self.kind != TokenKind::Unknown;
        if known && self.kind != expected {
            // Access tokens are told by their header; a client that reads capability tokens finds no JWT of its
            // kind.
            let code = if expected == TokenKind::Access { 20102 } else { 31204 };
            let (kind, found) = (FindingKind::OtherToken, self.kind);
            findings.refused(kind, code, format_args!("this is {found}, where {expected} is expected"));
        }
        Self { facts: Facts { findings: findings.0, ..self.facts }, ..self }
    }

    /// Whether both header and claims could be read; the findings say why not.
    #[must_use]
    pub fn is_readable(&self) -> bool {
        self.facts.readable
    }

    /// What Twilio or a careful reader would have against the token: first what keeps it from being read.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.facts.findings
    }

    /// The time for which the findings are true.
    #[must_use]
    pub fn now(&self) -> UnixTime {
        self.now
    }

    /// The algorithm that the header names.
    #[must_use]
    pub fn algorithm(&self) -> Option<&str> {
        self.facts.algorithm.as_deref()
    }

    /// The `iss` claim.
    #[must_use]
    pub fn issuer(&self) -> Option<&str> {
        self.facts.issuer.as_deref()
    }

    /// The `sub` claim: the account, in access tokens.
    #[must_use]
    pub fn subject(&self) -> Option<&str> {
        self.facts.subject.as_deref()
    }

    /// Who an access token is for.
    #[must_use]
    pub fn identity(&self) -> Option<&str> {
        self.facts.identity.as_deref()
    }

    /// The names of an access token's grants, such as `voice`.
    #[must_use]
    pub fn grants(&self) -> &[String] {
        &self.facts.grants
    }

    /// What a client capability token allows.
    #[must_use]
    pub fn scopes(&self) -> Option<&ReadScopes> {
        self.facts.scopes.as_ref()
    }

    /// The `exp` claim.
    #[must_use]
    pub fn expires_at(&self) -> Option<UnixTime> {
        self.facts.expires_at
    }

    /// The `nbf` claim.
    #[must_use]
    pub fn not_before(&self) -> Option<UnixTime> {
        self.facts.not_before
    }

    /// The `iat` claim.
    #[must_use]
    pub fn issued_at(&self) -> Option<UnixTime> {
        self.facts.issued_at
    }

    /// The libraries that write tokens in this form; none if it is nobody's.
    #[must_use]
    pub fn minted_by(&self) -> &[Library] {
        &self.facts.minted_by
    }
}

#[derive(Default)]
struct Reader {
    facts: Facts,
    findings: Findings,
}

impl Reader {
    fn token(&mut self, token: &str, now: UnixTime) -> TokenKind {
        let Some(parts) = self.findings.take(Compact::split(token, MAX_LEN)) else {
            return TokenKind::Unknown;
        };
        let header = self.findings.take(header::parse(&parts.header));
        let claims = self.findings.take(claims::parse(&parts.claims));
        if parts.signature.is_none() {
            let error = VerifyError::new(VerifyErrorKind::Signature, TokenPart::Signature);
            let code = error.twilio_code().unwrap_or_default();
            self.findings.refused(
                FindingKind::Malformed,
                code,
                "the signature is not one of HS256: 32 bytes",
            );
        }
        self.facts.readable = header.is_some() && claims.is_some();
        let (header, claims) = (header.as_ref(), claims.as_ref());
        let kind = kind(header, claims);
        if let Some(header) = header {
            self.header(header, kind);
        }
        if let Some(claims) = claims {
            self.times(claims, now);
            self.claims(header, claims, kind);
        }
        kind
    }

    fn header(&mut self, header: &Members<'_>, kind: TokenKind) {
        self.facts.algorithm = text(header, "alg");
        let checked = match kind {
            TokenKind::Access => header::check(header).map(drop),
            _ => header::check_capability(header),
        };
        self.findings.take(checked);
        if kind == TokenKind::Access && header.get("cty").is_none() {
            let what = format_args!("the header of an access token has `cty` {:?}", header::ACCESS_TOKEN);
            self.findings.refused(FindingKind::Malformed, 20102, what);
        }
        let known = |name: &str| {
            matches!(name, "alg" | "typ" | "cty" | "crit" | "b64")
                || kind == TokenKind::Access && name == "twr"
        };
        if let Some(name) = header.names().find(|name| !known(name)) {
            self.findings.odd(
                FindingKind::UnusualHeader,
                format_args!("the header has a member {name:?}, which Twilio's libraries do not write"),
            );
        }
    }

    fn times(&mut self, claims: &Members<'_>, now: UnixTime) {
        let times = Times::read(claims);
        self.facts.expires_at = claims::time(claims, "exp").ok().flatten();
        self.facts.not_before = claims::time(claims, "nbf").ok().flatten();
        self.facts.issued_at = claims::time(claims, "iat").ok().flatten();
        if let Some(times) = self.findings.take(times) {
            self.findings.take(times.check(now, Duration::ZERO));
        }
    }

    fn claims(&mut self, header: Option<&Members<'_>>, claims: &Members<'_>, kind: TokenKind) {
        let issuer = self.findings.take(claims::text(claims, "iss"));
        self.facts.issuer = issuer.map(str::to_owned);
        self.facts.subject = text(claims, "sub");
        let issued_by = if kind == TokenKind::Access { SidKind::ApiKey } else { SidKind::Account };
        if let Some(issuer) = issuer {
            self.findings.sid(issued_by, "iss", issuer);
        }
        match kind {
            TokenKind::Capability => {
                let Some(scope) = self.findings.take(claims::text(claims, "scope")) else { return };
                self.facts.minted_by =
                    header.map_or_else(Vec::new, |header| library::guess(header, claims, scope));
                let scopes = self.findings.take(scope.parse().map_err(VerifyError::from));
                if let Some(scopes) = &scopes {
                    self.findings.scopes(scopes);
                }
                self.facts.scopes = scopes;
                let known = |name: &str| matches!(name, "scope" | "iss" | "exp" | "nbf" | "iat");
                if let Some(name) = claims.names().find(|name| !known(name)) {
                    let what = format_args!(
                        "there is a claim {name:?}, which capability tokens of Twilio's libraries do not have"
                    );
                    self.findings.odd(FindingKind::UnusualClaim, what);
                }
            }
            TokenKind::Access => self.access(claims),
            TokenKind::TaskRouter => {}
            // What keeps it from being a capability token.
            TokenKind::Unknown => drop(self.findings.take(claims::text(claims, "scope"))),
        }
    }

    fn access(&mut self, claims: &Members<'_>) {
        if let Some(subject) = self.findings.take(claims::text(claims, "sub")) {
            self.findings.sid(SidKind::Account, "sub", subject);
        }
        match claims.get("grants") {
            Some(Value::Object(grants)) => {
                self.facts.identity = text(grants, "identity");
                let names = grants.names().filter(|name| *name != "identity");
                self.facts.grants = names.map(str::to_owned).collect();
            }
            _ => self.findings.refused(
                FindingKind::Malformed,
                20106,
                "the claim `grants` is missing or not an object",
            ),
        }
    }
}

fn kind(header: Option<&Members<'_>>, claims: Option<&Members<'_>>) -> TokenKind {
    let content = header.and_then(|header| header.get("cty"));
    let access = matches!(content, Some(Value::Text(content)) if content == header::ACCESS_TOKEN);
    let claims = |name| claims.is_some_and(|claims| claims.get(name).is_some());
    if access || claims("grants") {
        TokenKind::Access
    } else if claims("policies") {
        TokenKind::TaskRouter
    } else if claims("scope") {
        TokenKind::Capability
    } else {
        TokenKind::Unknown
    }
}

fn text(members: &Members<'_>, name: &str) -> Option<String> {
    match members.get(name) {
        Some(Value::Text(text)) => Some(text.to_string()),
        _ => None,
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
            facts.findings.iter().filter(|finding| finding.twilio_code().is_some()).collect();
        if refused.is_empty() {
            f.write_str("Without the key, nothing is seen for which Twilio would refuse it.")?;
        } else {
            f.write_str("Twilio would refuse it:")?;
            for finding in refused {
                let code = finding.twilio_code().unwrap_or_default();
                write!(f, "\n  error {code}: {finding}")?;
            }
        }
        for finding in facts.findings.iter().filter(|finding| finding.twilio_code().is_none()) {
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
        if let Some(identity) = &facts.identity {
            writeln!(f, "For the user {identity:?}.")?;
        }
        if !facts.grants.is_empty() {
            writeln!(f, "Grants: {:?}.", facts.grants)?;
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
            if let Some(start) = self.facts.issued_at.or(self.facts.not_before) {
                let life = expires_at.as_secs().saturating_sub(start.as_secs());
                writeln!(f, "Lives for {}.", Words(life))?;
            }
        }
        Ok(())
    }
}

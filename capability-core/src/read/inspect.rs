use twilio_capability_rules::sid::SidKind;

use super::claims::{self, Times};
use super::compact::{Compact, MAX_LEN};
use super::error::{TokenPart, VerifyError, VerifyErrorKind};
use super::finding::Findings;
use super::inspection::{Facts, Inspection, TokenKind};
use super::json::{Members, Value};
use super::{FindingKind, ReadGrants, header, library};
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
    let Reader { facts, findings } = reader;
    Inspection::new(kind, now, facts, findings)
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
        match kind {
            TokenKind::Access => self.access_header(header),
            _ => drop(self.findings.take(header::check_capability(header))),
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

    fn access_header(&mut self, header: &Members<'_>) {
        match header::check_access(header) {
            Ok(region) => {
                if let Some(region) = region {
                    self.findings.region(region);
                }
                self.facts.region = region.map(str::to_owned);
            }
            // The claims are those of an access token all the same.
            Err(error) if error.kind() == VerifyErrorKind::CapabilityToken => {
                let what = format_args!("the header of an access token has `cty` {:?}", header::ACCESS_TOKEN);
                self.findings.refused(FindingKind::Malformed, 20102, what);
            }
            Err(error) => self.findings.error(&error),
        }
    }

    fn times(&mut self, claims: &Members<'_>, now: UnixTime) {
        let expires_at = self.findings.take(claims::expires_at(claims));
        let not_before = self.findings.take(claims::time(claims, "nbf")).flatten();
        let issued_at = self.findings.take(claims::time(claims, "iat")).flatten();
        (self.facts.expires_at, self.facts.not_before, self.facts.issued_at) =
            (expires_at, not_before, issued_at);
        // Without an end, no token is valid at any time.
        if let Some(expires_at) = expires_at {
            self.findings.times(&Times { expires_at, not_before, issued_at }, now);
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
                self.unusual(claims, &["scope", "iss", "exp", "nbf", "iat"], "capability");
            }
            TokenKind::Access => self.access(header, claims),
            TokenKind::TaskRouter => {}
            // What keeps it from being a capability token.
            TokenKind::Unknown => drop(self.findings.take(claims::text(claims, "scope"))),
        }
    }

    fn access(&mut self, header: Option<&Members<'_>>, claims: &Members<'_>) {
        if let Some(subject) = self.findings.take(claims::text(claims, "sub")) {
            self.findings.sid(SidKind::Account, "sub", subject);
        }
        self.facts.minted_by = header.map_or_else(Vec::new, |header| library::guess_access(header, claims));
        self.facts.id = self.findings.take(claims::optional_text(claims, "jti")).flatten().map(str::to_owned);
        if let Some((grants, wrong)) = self.findings.take(ReadGrants::read(claims)) {
            for error in &wrong {
                self.findings.error(error);
            }
            self.findings.grants(&grants);
            self.facts.grants = Some(grants);
        }
        self.unusual(claims, &["jti", "iss", "sub", "exp", "nbf", "iat", "grants"], "access");
    }

    fn unusual(&mut self, claims: &Members<'_>, known: &[&str], kind: &str) {
        if let Some(name) = claims.names().find(|name| !known.contains(name)) {
            let what = format_args!(
                "there is a claim {name:?}, which {kind} tokens of Twilio's libraries do not have"
            );
            self.findings.odd(FindingKind::UnusualClaim, what);
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

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use super::claim::{CTY, Claim, Dotted};
use super::error_kind::VerifyErrorKind;
use super::json_read::{Fault, StrictError};
use super::token_part::TokenPart;

/// Error for a token that is not valid.
///
/// It contains no part of the token or the keys, so it is safe to show it to the sender of the token.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::AccountCredentials;
/// use twilio_capability::read::{Verifier, VerifyErrorKind};
///
/// let account = AccountCredentials::new(
///     "AC00000000000000000000000000000000".parse()?,
///     "not_a_real_auth_token".parse()?,
/// );
/// let error = Verifier::capability(&account).verify("e30.e30").unwrap_err();
/// assert_eq!(error.kind(), VerifyErrorKind::Parts);
/// assert_eq!(error.twilio_code(), Some(20101));
/// assert_eq!(error.to_string(), "a token has three parts with a dot between them (byte 7 of the token)");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct VerifyError {
    kind: VerifyErrorKind,
    part: TokenPart,
    path: &'static str,
    position: Option<usize>,
    /// How many seconds too late or too early the token is.
    seconds: u64,
    /// What is expected instead, worded for the message of this kind.
    expected: &'static str,
    code: Option<u32>,
    help: Option<&'static str>,
    source: Option<Arc<dyn Error + Send + Sync>>,
}

impl VerifyError {
    pub(crate) fn new(kind: VerifyErrorKind, part: TokenPart) -> Self {
        let code = kind.usual_code(part);
        Self {
            kind,
            part,
            path: "",
            position: None,
            seconds: 0,
            expected: "",
            code,
            help: None,
            source: None,
        }
    }

    /// An error about a claim.
    pub(crate) fn claim(kind: VerifyErrorKind, claim: Claim) -> Self {
        Self { path: claim.path(), code: Some(claim.code()), ..Self::new(kind, TokenPart::Claims) }
    }

    /// An error for a claim whose string cannot be read from `position` on.
    pub(crate) fn malformed(
        claim: Claim,
        position: usize,
        source: impl Error + Send + Sync + 'static,
    ) -> Self {
        let this = Self::claim(VerifyErrorKind::Malformed, claim).at(position);
        Self { part: TokenPart::Claim, source: Some(Arc::new(source)), ..this }
    }

    /// A claim that holds a value which breaks the rule of such values.
    pub(crate) fn invalid(claim: Claim, source: impl Error + Send + Sync + 'static) -> Self {
        let this = Self::claim(VerifyErrorKind::Malformed, claim);
        Self { part: TokenPart::Claim, source: Some(Arc::new(source)), ..this }
    }

    pub(crate) fn json(error: StrictError, part: TokenPart) -> Self {
        let kind = match error.fault {
            Fault::NotUtf8 => VerifyErrorKind::NotUtf8,
            Fault::Syntax | Fault::NotAnObject => VerifyErrorKind::Json,
            Fault::Duplicate => VerifyErrorKind::DuplicateMember,
            Fault::TooDeep => VerifyErrorKind::TooDeep,
        };
        Self::new(kind, part).at(error.position)
    }

    pub(crate) fn at(self, position: usize) -> Self {
        Self { position: Some(position), ..self }
    }

    pub(crate) fn at_path(self, path: &'static str) -> Self {
        Self { path, ..self }
    }

    pub(crate) fn by(self, seconds: u64) -> Self {
        Self { seconds, ..self }
    }

    pub(crate) fn expecting(self, expected: &'static str) -> Self {
        Self { expected, ..self }
    }

    /// What was expected, in the words of the sentence of this kind.
    pub(crate) fn expected(&self) -> &'static str {
        self.expected
    }

    pub(super) fn with_help(self, help: Option<&'static str>) -> Self {
        Self { help, ..self }
    }

    pub(crate) fn code(self, code: u32) -> Self {
        Self { code: Some(code), ..self }
    }

    /// How many seconds too late or too early the token is, or how long it lives.
    pub(crate) fn seconds(&self) -> u64 {
        self.seconds
    }

    /// Whether the time is out of range because it is after the year 9999.
    pub(crate) fn is_too_large(&self) -> bool {
        self.kind == VerifyErrorKind::OutOfRange && self.seconds > 0
    }

    /// The kind of error.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{Verifier, VerifyErrorKind};
    /// use twilio_capability::AccountCredentials;
    ///
    /// fn check(account: &AccountCredentials) {
    ///     let error = Verifier::capability(account).verify("e30.e30").unwrap_err();
    ///     assert_eq!(error.kind(), VerifyErrorKind::Parts);
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn kind(&self) -> VerifyErrorKind {
        self.kind
    }

    /// The part of the token that is wrong.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{TokenPart, Verifier};
    /// use twilio_capability::AccountCredentials;
    ///
    /// fn check(account: &AccountCredentials) {
    ///     let error = Verifier::capability(account).verify("e30.e30").unwrap_err();
    ///     assert_eq!(error.part(), TokenPart::Token);
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn part(&self) -> TokenPart {
        self.part
    }

    /// The position of the error in [`part`](Self::part), in bytes from 0, if it is known.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::Verifier;
    /// use twilio_capability::AccountCredentials;
    ///
    /// fn check(account: &AccountCredentials) {
    ///     // The token ends after seven bytes, where a dot should be.
    ///     let error = Verifier::capability(account).verify("e30.e30").unwrap_err();
    ///     assert_eq!(error.position(), Some(7));
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn position(&self) -> Option<usize> {
        self.position
    }

    /// The path of the wrong member: a JSON pointer (RFC 6901) into the header or the claims, such as `/exp` or
    /// `/grants/chat/service_sid`.
    ///
    /// It is empty if the token or a whole part of it is wrong.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::Verifier;
    /// use twilio_capability::{AccountCredentials, UnixTime};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let now = UnixTime::from_secs(1_700_000_000)?;
    ///     let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWVudDppbmNvbWluZz9jbGllbnROYW1lPSU0IiwiaXNzIjoiQUMwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMCIsImV4cCI6MTcwMDAwMzYwMH0.c-wEpYqD4iFu0Or8wHSImc3_4OyUzj6_h474xuJ0iig";
    ///     // The scope is `scope:client:incoming?clientName=%4`.
    ///     let error = Verifier::capability(account).verify_at(token, now).unwrap_err();
    ///     assert_eq!((error.path(), error.position()), ("/scope", Some(33)));
    ///     Ok(())
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn path(&self) -> &'static str {
        self.path
    }

    /// Whether only the time is wrong: the token has expired or is not valid yet.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::Verifier;
    /// use twilio_capability::{AccountCredentials, ClientCapability};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let token = ClientCapability::new().incoming("john".parse()?).credentials(account).sign();
    ///     let verifier = Verifier::capability(account);
    ///     assert!(verifier.verify_at(token.as_str(), token.expires_at()).unwrap_err().is_about_time());
    ///     assert!(!verifier.verify("e30.e30").unwrap_err().is_about_time());
    ///     Ok(())
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_about_time(&self) -> bool {
        matches!(self.kind, VerifyErrorKind::Expired | VerifyErrorKind::NotYetValid)
    }

    /// The error code that Twilio documents for such a token.
    ///
    /// `None` if the crypto provider failed, because then the token is not the problem.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::Verifier;
    /// use twilio_capability::{AccountCredentials, ClientCapability};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let token = ClientCapability::new().incoming("john".parse()?).credentials(account).sign();
    ///     let error = Verifier::capability(account).verify_at(token.as_str(), token.expires_at()).unwrap_err();
    ///     assert_eq!(error.twilio_code(), Some(20104));
    ///     Ok(())
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn twilio_code(&self) -> Option<u32> {
        self.code
    }
}

impl VerifyError {
    /// What to do about it, if something is around the token that does not belong to it.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, ClientCapability, Verifier};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let token = ClientCapability::new().incoming("john".parse()?).credentials(account).sign();
    ///     let header = format!("Bearer {}", token.as_str());
    ///     let error = Verifier::capability(account).verify(&header).unwrap_err();
    ///     assert_eq!(error.help(), Some("remove the word `Bearer` before the token"));
    ///     Ok(())
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.help
    }
}

/// Compares the sources by their messages.
impl PartialEq for VerifyError {
    fn eq(&self, other: &Self) -> bool {
        let facts = |error: &Self| {
            let Self { kind, part, path, position, seconds, expected, code, help, source } = error;
            let source = source.as_ref().map(ToString::to_string);
            (*kind, *part, *path, *position, *seconds, *expected, *code, *help, source)
        };
        facts(self) == facts(other)
    }
}

impl Eq for VerifyError {}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use VerifyErrorKind as Kind;
        let part = match self.part {
            TokenPart::Token => "token",
            TokenPart::Header => "header",
            TokenPart::Signature => "signature",
            TokenPart::Claims => "claims",
            TokenPart::Claim => "claim",
        };
        let (expected, seconds, claim) = (self.expected, self.seconds, Dotted(self.path));
        match self.kind {
            Kind::TooLong => f.write_str("the token is longer than the most that is read"),
            Kind::Parts => f.write_str("a token has three parts with a dot between them"),
            Kind::Encoding => f.write_str("a part of the token is not base64url without padding"),
            Kind::NotUtf8 => write!(f, "the {part} part is not UTF-8"),
            Kind::Json => write!(f, "the {part} part is not a JSON object"),
            Kind::DuplicateMember => write!(f, "the {part} part has two members of the same name"),
            Kind::TooDeep => write!(f, "the {part} part is nested too deeply"),
            Kind::Algorithm => f.write_str("the header's `alg` is not HS256"),
            Kind::Type => write!(f, "the header's {expected}"),
            Kind::Extension => f.write_str("the header asks for an extension (`crit` or `b64`)"),
            Kind::OtherToken(kind) if self.path == CTY => {
                write!(f, "the header has no `cty`, unlike that of {expected}: this may be {kind}")
            }
            Kind::OtherToken(kind) if self.part == TokenPart::Claims => {
                write!(f, "the claim `{claim}` belongs to {kind}, not to {expected}")
            }
            Kind::OtherToken(kind) => write!(f, "this is {kind}, not {expected}"),
            Kind::Signature => f.write_str("the signature was made with another key, or for another token"),
            Kind::Provider => f.write_str("the crypto provider could not check the signature"),
            Kind::Missing => write!(f, "the claim `{claim}` is missing"),
            Kind::WrongType if self.part == TokenPart::Header => {
                write!(f, "the header's `{claim}` is not {expected}")
            }
            Kind::WrongType => write!(f, "the claim `{claim}` is not {expected}"),
            Kind::OutOfRange if self.is_too_large() => {
                write!(f, "the claim `{claim}` is after the year 9999: are these milliseconds?")
            }
            Kind::OutOfRange => write!(f, "the claim `{claim}` is before 1970"),
            Kind::Audience => f.write_str(
                "the token has an audience (`aud`), and tokens of Twilio have none: it is for somebody else",
            ),
            Kind::Mismatch => f.write_str(expected),
            Kind::Expired => write!(f, "the token expired {seconds} s ago"),
            Kind::NotYetValid => write!(f, "the token becomes valid in {seconds} s"),
            Kind::LifetimeTooLong => {
                write!(f, "the token lives for {seconds} s, above the 24 hours (86400 s) allowed")
            }
            Kind::NeverValid => write!(f, "the token is never valid: it {expected} at or after its end"),
            // The source says why, and where.
            Kind::Malformed => return write!(f, "the claim `{claim}` cannot be read"),
        }?;
        self.position.map_or(Ok(()), |at| write!(f, " (byte {at} of the {part})"))
    }
}

impl Error for VerifyError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_ref().map(|source| &**source as _)
    }
}

#[cfg(test)]
mod tests;

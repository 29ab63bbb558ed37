use std::error::Error;
use std::fmt;

use super::ScopeError;
use super::json::{Fault, JsonError};

/// Why a token is not valid.
///
/// Holds nothing of the token and nothing of the keys: it may be shown to whoever sent the token.
///
/// ```
/// use twilio_capability_core::AccountCredentials;
/// use twilio_capability_core::read::{Verifier, VerifyErrorKind};
///
/// let account = AccountCredentials::new(
///     "AC00000000000000000000000000000000".parse()?,
///     "not_a_real_auth_token".parse()?,
/// );
/// let error = Verifier::new(&account).verify("e30.e30").unwrap_err();
/// assert_eq!(error.kind(), VerifyErrorKind::Parts);
/// assert_eq!(error.twilio_code(), Some(20101));
/// assert_eq!(error.to_string(), "a token has three parts with a dot between them (byte 7 of the token)");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerifyError {
    kind: VerifyErrorKind,
    part: TokenPart,
    position: Option<usize>,
    /// How many seconds too late or too early.
    seconds: u64,
    /// What a claim should be that is something else, what the header should say, or what should have issued the token.
    expected: &'static str,
    scope: Option<ScopeError>,
}

/// What is wrong with a token, in the order in which it is looked for.
///
/// ```
/// use twilio_capability_core::read::{Verifier, VerifyErrorKind};
/// # use twilio_capability_core::AccountCredentials;
/// # let account = AccountCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "not_a_real_auth_token".parse()?,
/// # );
///
/// // The header says `none`: `{"alg":"none"}`.
/// let error = Verifier::new(&account).verify("eyJhbGciOiJub25lIn0.e30.").unwrap_err();
/// assert_eq!(error.kind(), VerifyErrorKind::Algorithm);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum VerifyErrorKind {
    /// The token is longer than the verifier reads.
    TooLong,
    /// There are fewer or more than three parts.
    Parts,
    /// A part is not base64url in its canonical form: without padding, white space and unused bits.
    Encoding,
    /// The header or the claims are not UTF-8.
    NotUtf8,
    /// The header or the claims are not a JSON object.
    Json,
    /// A JSON object has two members of the same name.
    DuplicateMember,
    /// The JSON is nested too deeply.
    TooDeep,
    /// The header says another algorithm than HS256, or none.
    Algorithm,
    /// The header says another type than `JWT`, or another type of content.
    Type,
    /// The header has extensions that a reader must understand (`crit`) or that change what is signed (`b64`).
    Extension,
    /// This is an access token, which is signed with an API secret, where a capability token is expected.
    AccessToken,
    /// The header is that of a capability token, which is signed with an auth token, where an access token is
    /// expected.
    CapabilityToken,
    /// The header names a region that is no text (`twr`).
    Region,
    /// No key that the verifier has made the signature.
    Signature,
    /// The crypto provider of the credentials could not check the signature.
    Provider,
    /// This is a `TaskRouter` capability token.
    TaskRouterToken,
    /// A claim that must be there is not; this one.
    MissingClaim(&'static str),
    /// A claim is not of its type, such as a time in quotes; this one.
    ClaimType(&'static str),
    /// A claim is a time before 1970 or after the year 9999; this one.
    ClaimRange(&'static str),
    /// Another account issued it; an access token: another API key.
    Issuer,
    /// The access token is for another account.
    Subject,
    /// It is no longer valid.
    Expired,
    /// It is not yet valid.
    NotYetValid,
    /// It lives for more than 24 hours, which Twilio refuses.
    LifetimeTooLong,
    /// The scope cannot be read; [`VerifyError::scope`] says why.
    Scope,
}

/// Which part of a token an error is about, and what its position counts in.
///
/// ```
/// use twilio_capability_core::read::{TokenPart, Verifier};
/// # use twilio_capability_core::AccountCredentials;
/// # let account = AccountCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "not_a_real_auth_token".parse()?,
/// # );
///
/// // The header is a list: `[]`.
/// let error = Verifier::new(&account).verify("W10.e30.AAAA").unwrap_err();
/// assert_eq!(error.part(), TokenPart::Header);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum TokenPart {
    /// The token as it stands.
    Token,
    /// The JSON of the header.
    Header,
    /// The signature.
    Signature,
    /// The JSON of the claims.
    Claims,
    /// The `scope` claim.
    Scope,
}

impl VerifyError {
    pub(super) fn new(kind: VerifyErrorKind, part: TokenPart) -> Self {
        Self { kind, part, position: None, seconds: 0, expected: "", scope: None }
    }

    pub(super) fn at(self, position: usize) -> Self {
        Self { position: Some(position), ..self }
    }

    pub(super) fn by(self, seconds: u64) -> Self {
        Self { seconds, ..self }
    }

    pub(super) fn expecting(self, expected: &'static str) -> Self {
        Self { expected, ..self }
    }

    pub(super) fn json(error: JsonError, part: TokenPart) -> Self {
        let kind = match error.fault {
            Fault::NotUtf8 => VerifyErrorKind::NotUtf8,
            Fault::Syntax | Fault::NotAnObject => VerifyErrorKind::Json,
            Fault::Duplicate => VerifyErrorKind::DuplicateMember,
            Fault::TooDeep => VerifyErrorKind::TooDeep,
        };
        Self::new(kind, part).at(error.position)
    }

    /// How many seconds too late or too early, or how long a life.
    pub(super) fn seconds(&self) -> u64 {
        self.seconds
    }

    /// Whether a time is after the year 9999, and not before 1970.
    pub(super) fn is_too_large(&self) -> bool {
        matches!(self.kind, VerifyErrorKind::ClaimRange(_)) && self.seconds > 0
    }

    /// What is wrong.
    ///
    /// ```
    /// # use twilio_capability_core::read::{Verifier, VerifyErrorKind};
    /// # use twilio_capability_core::AccountCredentials;
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// let error = Verifier::new(&account).verify("e30.e30").unwrap_err();
    /// assert_eq!(error.kind(), VerifyErrorKind::Parts);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn kind(&self) -> VerifyErrorKind {
        self.kind
    }

    /// Which part is wrong.
    ///
    /// ```
    /// # use twilio_capability_core::read::{TokenPart, Verifier};
    /// # use twilio_capability_core::AccountCredentials;
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// let error = Verifier::new(&account).verify("e30.e30").unwrap_err();
    /// assert_eq!(error.part(), TokenPart::Token);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn part(&self) -> TokenPart {
        self.part
    }

    /// At which byte of [`part`](Self::part), counted from 0, where it can be told.
    ///
    /// ```
    /// # use twilio_capability_core::read::{Verifier};
    /// # use twilio_capability_core::AccountCredentials;
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// // The token ends after seven bytes, where a dot should be.
    /// let error = Verifier::new(&account).verify("e30.e30").unwrap_err();
    /// assert_eq!(error.position(), Some(7));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn position(&self) -> Option<usize> {
        self.position
    }

    /// Why the scope cannot be read, if that is what is wrong.
    ///
    /// ```
    /// # use twilio_capability_core::read::{ScopeErrorKind, Verifier};
    /// # use twilio_capability_core::{AccountCredentials, UnixTime};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # let now = UnixTime::from_secs(1_700_000_000)?;
    /// # let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWVudDppbmNvbWluZz9jbGllbnROYW1lPSU0IiwiaXNzIjoiQUMwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMCIsImV4cCI6MTcwMDAwMzYwMH0.c-wEpYqD4iFu0Or8wHSImc3_4OyUzj6_h474xuJ0iig";
    /// // The scope is `scope:client:incoming?clientName=%4`.
    /// let error = Verifier::new(&account).verify_at(token, now).unwrap_err();
    /// assert_eq!(error.scope().unwrap().kind(), ScopeErrorKind::Escape);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn scope(&self) -> Option<&ScopeError> {
        self.scope.as_ref()
    }

    /// Whether time alone is in the way: the token has expired, or is not yet valid.
    ///
    /// ```
    /// # use twilio_capability_core::read::{Verifier};
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # let token = ClientCapability::new().incoming("john".parse()?).credentials(&account).sign();
    /// let verifier = Verifier::new(&account);
    /// assert!(verifier.verify_at(token.as_str(), token.expires_at()).unwrap_err().is_about_time());
    /// assert!(!verifier.verify("e30.e30").unwrap_err().is_about_time());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_about_time(&self) -> bool {
        matches!(self.kind, VerifyErrorKind::Expired | VerifyErrorKind::NotYetValid)
    }

    /// The error that Twilio documents for such a token.
    ///
    /// `None` where the token is not to blame: the crypto provider failed here.
    ///
    /// ```
    /// # use twilio_capability_core::read::{Verifier};
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # let token = ClientCapability::new().incoming("john".parse()?).credentials(&account).sign();
    /// let error = Verifier::new(&account).verify_at(token.as_str(), token.expires_at()).unwrap_err();
    /// assert_eq!(error.twilio_code(), Some(20104));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn twilio_code(&self) -> Option<u32> {
        use VerifyErrorKind as Kind;
        Some(match self.kind {
            Kind::Provider => return None,
            Kind::AccessToken | Kind::TaskRouterToken => 31204,
            Kind::Algorithm | Kind::Type | Kind::Extension | Kind::CapabilityToken | Kind::Region => 20102,
            Kind::NotUtf8 | Kind::Json | Kind::DuplicateMember | Kind::TooDeep
                if self.part == TokenPart::Header =>
            {
                20102
            }
            Kind::Signature => 20107,
            Kind::Issuer
            | Kind::Subject
            | Kind::MissingClaim("iss" | "sub")
            | Kind::ClaimType("iss" | "sub") => 20103,
            // Milliseconds, mostly.
            Kind::ClaimRange("exp") if self.is_too_large() => 20157,
            Kind::MissingClaim("exp") | Kind::ClaimType("exp") | Kind::ClaimRange("exp") => 20156,
            Kind::LifetimeTooLong => 20157,
            Kind::Expired => 20104,
            Kind::NotYetValid => 20105,
            Kind::Scope | Kind::MissingClaim("scope") | Kind::ClaimType("scope") => 20106,
            Kind::MissingClaim(claim) | Kind::ClaimType(claim) if claim.starts_with("grants") => 20106,
            _ => 20101,
        })
    }
}

impl From<ScopeError> for VerifyError {
    fn from(error: ScopeError) -> Self {
        let this = Self::new(VerifyErrorKind::Scope, TokenPart::Scope).at(error.position());
        Self { scope: Some(error), ..this }
    }
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use VerifyErrorKind as Kind;
        let part = match self.part {
            TokenPart::Token => "token",
            TokenPart::Header => "header",
            TokenPart::Signature => "signature",
            TokenPart::Claims => "claims",
            TokenPart::Scope => "scope",
        };
        match self.kind {
            Kind::TooLong => f.write_str("the token is longer than this verifier reads"),
            Kind::Parts => f.write_str("a token has three parts with a dot between them"),
            Kind::Encoding => f.write_str("a part of the token is not base64url without padding"),
            Kind::NotUtf8 => write!(f, "the {part} part is not UTF-8"),
            Kind::Json => write!(f, "the {part} part is not a JSON object"),
            Kind::DuplicateMember => write!(f, "the {part} part has two members of the same name"),
            Kind::TooDeep => write!(f, "the {part} part is nested too deeply"),
            Kind::Algorithm => f.write_str("the header says another algorithm than HS256"),
            Kind::Type => write!(f, "the header says another {}", self.expected),
            Kind::Extension => f.write_str("the header asks for an extension (`crit` or `b64`)"),
            Kind::AccessToken => {
                f.write_str("this is an access token, signed with an API secret, and not a capability token")
            }
            Kind::CapabilityToken => f.write_str(
                "the header has no `cty`, as access tokens have: this may be a capability token, which an auth token signs",
            ),
            Kind::Region => f.write_str("the region that the header names (`twr`) is not a text"),
            Kind::Signature => f.write_str("the signature was made with another key, or for another token"),
            Kind::Provider => f.write_str("the crypto provider could not check the signature"),
            Kind::TaskRouterToken => {
                f.write_str("this is a capability token of TaskRouter and not one of a client")
            }
            Kind::MissingClaim(claim) => write!(f, "the claim `{claim}` is missing"),
            Kind::ClaimType(claim) => write!(f, "the claim `{claim}` is not {}", self.expected),
            Kind::ClaimRange(claim) if self.is_too_large() => {
                write!(f, "the claim `{claim}` is after the year 9999: are these milliseconds?")
            }
            Kind::ClaimRange(claim) => write!(f, "the claim `{claim}` is before 1970"),
            Kind::Issuer => write!(f, "another {} issued the token", self.expected),
            Kind::Subject => f.write_str("the token is for another account"),
            Kind::Expired => write!(f, "the token expired {} s ago", self.seconds),
            Kind::NotYetValid => write!(f, "the token becomes valid in {} s", self.seconds),
            Kind::LifetimeTooLong => {
                write!(f, "the token lives for {} s, above the 24 hours (86400 s) allowed", self.seconds)
            }
            // It is there, see `From<ScopeError>`, and says itself where it is.
            Kind::Scope => return self.scope.as_ref().map_or(Ok(()), |error| error.fmt(f)),
        }?;
        self.position.map_or(Ok(()), |at| write!(f, " (byte {at} of the {part})"))
    }
}

impl Error for VerifyError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.scope.as_ref().map(|error| error as _)
    }
}

use super::errors::OTHER_TOKEN;
use super::family_facts::FamilyFacts;
use super::finding::{Finding, Findings};
use super::library::Library;
use crate::jwt::TokenKind;
use crate::values::UnixTime;

/// What a token says about itself. **Not verified**: anybody can write a token that says this.
///
/// `Display` explains it in plain words: what it is and allows, for how long, which library likely minted it, and
/// each reason for which Twilio would refuse it, with the error code.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::inspect;
/// use twilio_capability::{AccountCredentials, ClientCapability};
///
/// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
///     let token = ClientCapability::new().incoming("john".parse()?).credentials(account).sign();
///
///     let inspection = inspect(token.as_str());
///     assert!(inspection.to_string().starts_with("This is a client capability token, read without its key."));
///     Ok(())
/// }
/// # let account = AccountCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "not_a_real_auth_token".parse()?,
/// # );
/// # check(&account)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Inspection {
    pub(super) kind: TokenKind,
    pub(super) now: UnixTime,
    pub(super) facts: Facts,
    pub(super) findings: Vec<Finding>,
}

/// What could be read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Facts {
    pub(super) readable: bool,
    /// The kind that a token is nearest to that is of no kind.
    pub(super) looks_like: Option<TokenKind>,
    pub(super) algorithm: Option<String>,
    pub(super) issuer: Option<String>,
    pub(super) subject: Option<String>,
    pub(super) expires_at: Option<UnixTime>,
    pub(super) not_before: Option<UnixTime>,
    pub(super) issued_at: Option<UnixTime>,
    pub(super) family: FamilyFacts,
    pub(super) minted_by: Vec<Library>,
}

impl Inspection {
    pub(super) fn new(kind: TokenKind, now: UnixTime, facts: Facts, findings: Findings) -> Self {
        Self { kind, now, facts, findings: findings.0 }
    }

    /// The same, with a finding if the token is not of the kind that somebody expects. `code` is the error that Twilio
    /// documents for that.
    pub(crate) fn compared_with(self, expected: TokenKind, code: u32) -> Self {
        let mut findings = Findings(self.findings);
        findings.0.retain(|finding| finding.rule() != &OTHER_TOKEN);
        let known = self.facts.readable || self.kind != TokenKind::Unknown;
        if known && self.kind != expected {
            let found = self.kind;
            let sentence = format!("this is {found}, where {expected} is expected");
            findings.add_with_code(&OTHER_TOKEN, Some(code), "", sentence);
        }
        Self { findings: findings.0, ..self }
    }

    /// What a reader of the token's family has read.
    pub(crate) fn family_facts<T: 'static>(&self) -> Option<&T> {
        self.facts.family.get()
    }

    /// What kind of token it is.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{TokenKind, inspect};
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, VideoGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(api_key);
    ///     let token = video.sign();
    ///     assert_eq!(inspect(token.as_str()).kind(), TokenKind::Access);
    ///     Ok(())
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn kind(&self) -> TokenKind {
        self.kind
    }

    /// Whether both header and claims could be read; the findings say why not.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccountCredentials, ClientCapability};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let token = ClientCapability::new().incoming("john".parse()?).credentials(account).sign();
    ///     assert!(inspect(token.as_str()).is_readable());
    ///     assert!(!inspect("not a token").is_readable());
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
    pub fn is_readable(&self) -> bool {
        self.facts.readable
    }

    /// What Twilio or a careful reader would have against the token: first what keeps it from being read.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{FindingKind, inspect_at};
    /// use twilio_capability::{AccountCredentials, ClientCapability};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let token = ClientCapability::new().incoming("john".parse()?).credentials(account).sign();
    ///     let inspection = inspect_at(token.as_str(), token.expires_at());
    ///     let kinds: Vec<_> = inspection.findings().iter().map(|finding| finding.kind()).collect();
    ///     assert_eq!(kinds, [FindingKind::Expired]);
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
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The time for which the findings are true.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect_at;
    /// use twilio_capability::UnixTime;
    ///
    /// let now = UnixTime::from_secs(1_700_000_000)?;
    /// assert_eq!(inspect_at("not a token", now).now(), now);
    /// # Ok::<(), twilio_capability::TimeError>(())
    /// ```
    #[must_use]
    pub fn now(&self) -> UnixTime {
        self.now
    }

    /// The algorithm that the header names.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    ///
    /// // The header is `{"alg":"none"}`, which no verifier takes.
    /// let inspection = inspect("eyJhbGciOiJub25lIn0.e30.");
    /// assert_eq!(inspection.algorithm(), Some("none"));
    /// ```
    #[must_use]
    pub fn algorithm(&self) -> Option<&str> {
        self.facts.algorithm.as_deref()
    }

    /// The `iss` claim: the account, in capability tokens, and the API key in access tokens.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccountCredentials, ClientCapability};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let token = ClientCapability::new().incoming("john".parse()?).credentials(account).sign();
    ///     let inspection = inspect(token.as_str());
    ///     assert_eq!(inspection.issuer(), Some("AC00000000000000000000000000000000"));
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
    pub fn issuer(&self) -> Option<&str> {
        self.facts.issuer.as_deref()
    }

    /// The `sub` claim: the account, in access tokens.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, VideoGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(api_key);
    ///     let token = video.sign();
    ///     assert_eq!(inspect(token.as_str()).subject(), Some("AC00000000000000000000000000000000"));
    ///     Ok(())
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn subject(&self) -> Option<&str> {
        self.facts.subject.as_deref()
    }

    /// The `exp` claim.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccountCredentials, ClientCapability};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let token = ClientCapability::new().incoming("john".parse()?).credentials(account).sign();
    ///     assert_eq!(inspect(token.as_str()).expires_at(), Some(token.expires_at()));
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
    pub fn expires_at(&self) -> Option<UnixTime> {
        self.facts.expires_at
    }

    /// The `nbf` claim.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccountCredentials, ClientCapability, UnixTime};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let start = UnixTime::from_secs(1_700_000_000)?;
    ///     let capability = ClientCapability::new().incoming("john".parse()?).not_before(start);
    ///     let token = capability.credentials(account).sign();
    ///     assert_eq!(inspect(token.as_str()).not_before(), Some(start));
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
    pub fn not_before(&self) -> Option<UnixTime> {
        self.facts.not_before
    }

    /// The `iat` claim.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    ///
    /// let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWVudDppbmNvbWluZz9jbGllbnROYW1lPWpvaG4iLCJpc3MiOiJBQzAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwIiwiZXhwIjoxNzAwMDAzNjAwLCJpYXQiOjE3MDAwMDAwMDB9.5L2CCjy1BgXmPxVLAlEETcGMQn6dXaQE15vqrOcvfDc";
    /// // A token with `iat`, which Twilio's library for Node.js writes.
    /// assert_eq!(inspect(token).issued_at().unwrap().as_secs(), 1_700_000_000);
    /// ```
    #[must_use]
    pub fn issued_at(&self) -> Option<UnixTime> {
        self.facts.issued_at
    }

    /// The libraries that write tokens in this form. Empty if no known library does.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{Library, inspect};
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, VideoGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(api_key);
    ///     let token = video.sign();
    ///     assert_eq!(inspect(token.as_str()).minted_by(), [Library::TwilioCapability]);
    ///     Ok(())
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn minted_by(&self) -> &[Library] {
        &self.facts.minted_by
    }
}

use std::time::Duration;

use super::compact::{Compact, MAX_LEN};
use super::error::{TokenPart, VerifyError, VerifyErrorKind};
use super::verified::MatchedKey;
use crate::crypto::SigningKey;
use crate::sealed::Sealed;
use crate::{AccountCredentials, ApiKeyCredentials, AuthToken, UnixTime};

/// Checks the tokens that one kind of credentials signs: client capability tokens with [`AccountCredentials`], access
/// tokens with [`ApiKeyCredentials`].
///
/// Takes HS256 and nothing else, and reads nothing that a token says about keys. What is a valid token:
///
/// - at most [`MAX_LEN`] bytes, three parts, canonical base64url;
/// - a header with `alg` `HS256`, `typ` `JWT` or none, the `cty` of its kind, and no extension;
/// - a signature by the key, or by the other one ([`or_auth_token`](Verifier::or_auth_token),
///   [`or_api_key`](Verifier::or_api_key)) while keys are being changed, compared in constant time;
/// - claims in JSON without duplicate names, each of its type: `iss` the account, or in an access token the API key and
///   `sub` its account; `exp` and (where they are there) `nbf` and `iat` whole numbers; a `scope`, or `grants`, that can
///   be read;
/// - valid at the time, by a clock that may be off by [`leeway`](Self::leeway), and living for at most 24 hours,
///   counted from `iat`, or from the time where there is none.
///
/// ```
/// use twilio_capability_core::read::{Verifier, VerifyErrorKind};
/// use twilio_capability_core::{AccountCredentials, ClientCapability, ClientName, UnixTime};
///
/// let account = AccountCredentials::new(
///     "AC00000000000000000000000000000000".parse()?,
///     "not_a_real_auth_token".parse()?,
/// );
/// let token = ClientCapability::new().incoming(ClientName::from_static("john")).credentials(&account).sign();
///
/// let verifier = Verifier::new(&account);
/// let capability = verifier.verify(token.as_str())?;
/// assert_eq!(capability.expires_at(), token.expires_at());
///
/// let error = verifier.verify_at(token.as_str(), token.expires_at()).unwrap_err();
/// assert_eq!(error.kind(), VerifyErrorKind::Expired);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Verifier<C = AccountCredentials> {
    credentials: C,
    other: Option<C>,
    leeway: Duration,
    max_len: usize,
}

/// Credentials whose tokens a [`Verifier`] checks: [`AccountCredentials`] and [`ApiKeyCredentials`].
///
/// ```
/// use twilio_capability_core::read::{Issuer, Verifier, VerifyErrorKind};
/// # use twilio_capability_core::{AccountCredentials, ApiKeyCredentials};
///
/// fn refused<C: Issuer>(credentials: &C, token: &str) -> Option<VerifyErrorKind> {
///     Verifier::new(credentials).verify(token).err().map(|error| error.kind())
/// }
///
/// # let account = AccountCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "not_a_real_auth_token".parse()?,
/// # );
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// assert_eq!(refused(&account, "e30.e30"), Some(VerifyErrorKind::Parts));
/// assert_eq!(refused(&api_key, "e30.e30"), Some(VerifyErrorKind::Parts));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "a verifier is made of credentials, and `{Self}` is none",
    label = "`&AccountCredentials` checks capability tokens, `&ApiKeyCredentials` access tokens"
)]
pub trait Issuer: Sealed + Clone {
    /// What a token of these credentials says, verified.
    type Verified;

    #[doc(hidden)]
    fn verify(verifier: &Verifier<Self>, token: &str, now: UnixTime) -> Result<Self::Verified, VerifyError>;
}

impl<C: Issuer> Verifier<C> {
    /// A verifier of the tokens that these credentials sign. Where they have a crypto provider, it checks the
    /// signatures.
    ///
    /// ```
    /// use twilio_capability_core::read::Verifier;
    /// use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
    ///
    /// let api_key = ApiKeyCredentials::new(
    ///     "AC00000000000000000000000000000000".parse()?,
    ///     "SK00000000000000000000000000000000".parse()?,
    ///     "not_a_real_api_secret".parse()?,
    /// );
    /// let token = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(&api_key).sign();
    ///
    /// let verified = Verifier::new(&api_key).verify(token.as_str())?;
    /// assert_eq!(verified.grants().identity.as_deref(), Some("zoë"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(credentials: &C) -> Self {
        Self { credentials: credentials.clone(), other: None, leeway: Duration::ZERO, max_len: MAX_LEN }
    }

    /// How far the clock of whoever minted a token may be off; none by default. Only whole seconds count.
    ///
    /// ```
    /// # use std::time::Duration;
    /// # use twilio_capability_core::read::Verifier;
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability, UnixTime};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # let token = ClientCapability::new().incoming("john".parse()?).credentials(&account).sign();
    /// let verifier = Verifier::new(&account).leeway(Duration::from_secs(5));
    /// assert!(verifier.verify_at(token.as_str(), token.expires_at()).is_ok());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn leeway(self, leeway: Duration) -> Self {
        Self { leeway, ..self }
    }

    /// The most bytes of a token that are read, [`MAX_LEN`] by default. The time and the memory that a token
    /// takes grow with its size.
    ///
    /// ```
    /// # use twilio_capability_core::AccountCredentials;
    /// # use twilio_capability_core::read::{Verifier, VerifyErrorKind};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// let error = Verifier::new(&account).max_len(2).verify("a.b.c").unwrap_err();
    /// assert_eq!(error.kind(), VerifyErrorKind::TooLong);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn max_len(self, bytes: usize) -> Self {
        Self { max_len: bytes, ..self }
    }

    /// Checks a token by the system's clock, which is read once.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with the token, in the order of [`VerifyErrorKind`]: whether a claim is
    /// right is not said of a token whose signature is wrong.
    ///
    /// ```
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability, Verifier};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # let token = ClientCapability::new().incoming("john".parse()?).credentials(&account).sign();
    /// match Verifier::new(&account).verify(token.as_str()) {
    ///     Ok(capability) => println!("allows to {}", capability.scopes()),
    ///     Err(error) => println!("refused: {error} ({:?})", error.twilio_code()),
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn verify(&self, token: &str) -> Result<C::Verified, VerifyError> {
        self.verify_at(token, UnixTime::now())
    }

    /// Checks a token as if it were `now`.
    ///
    /// # Errors
    ///
    /// As [`verify`](Self::verify).
    ///
    /// ```
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability, UnixTime, Verifier};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # let now = UnixTime::from_secs(1_700_000_000)?;
    /// # let token = ClientCapability::new().incoming("john".parse()?).credentials(&account).sign_at(now);
    /// let verifier = Verifier::new(&account);
    /// assert!(verifier.verify_at(token.as_str(), now).is_ok());
    /// assert!(verifier.verify_at(token.as_str(), token.expires_at()).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn verify_at(&self, token: &str, now: UnixTime) -> Result<C::Verified, VerifyError> {
        C::verify(self, token, now)
    }

    fn or(self, other: C) -> Self {
        Self { other: Some(other), ..self }
    }
}

impl Verifier {
    /// Also takes tokens that this auth token of the same account has signed. An account has two while its auth
    /// token is being changed; called again, this replaces the second one.
    ///
    /// ```
    /// # use twilio_capability_core::read::{MatchedKey, Verifier};
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability, ClientName};
    /// # let sid = "AC00000000000000000000000000000000".parse()?;
    /// # let before = AccountCredentials::new(sid, "not_a_real_auth_token".parse()?);
    /// let account = AccountCredentials::new(sid, "the_next_auth_token".parse()?);
    /// let verifier = Verifier::new(&account).or_auth_token("not_a_real_auth_token".parse()?);
    ///
    /// # let token = ClientCapability::new().incoming(ClientName::from_static("john")).credentials(&before).sign();
    /// let capability = verifier.verify(token.as_str())?;
    /// assert_eq!(capability.matched_key(), MatchedKey::Secondary);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn or_auth_token(self, secondary: AuthToken) -> Self {
        let other = self.credentials.with_auth_token(secondary);
        self.or(other)
    }
}

impl Verifier<ApiKeyCredentials> {
    /// Also takes tokens of this API key, as while one key replaces another; called again, this replaces the second
    /// one. A token is taken only with the SID of the key that signed it, and for the account of that key.
    ///
    /// ```
    /// # use twilio_capability_core::read::{MatchedKey, Verifier};
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, SyncGrant};
    /// # let account = "AC00000000000000000000000000000000".parse()?;
    /// # let sync = SyncGrant::new("IS00000000000000000000000000000000".parse()?);
    /// let before = ApiKeyCredentials::new(
    ///     account,
    ///     "SK00000000000000000000000000000000".parse()?,
    ///     "not_a_real_api_secret".parse()?,
    /// );
    /// let next = ApiKeyCredentials::new(
    ///     account,
    ///     "SK11111111111111111111111111111111".parse()?,
    ///     "the_next_api_secret".parse()?,
    /// );
    /// let verifier = Verifier::new(&next).or_api_key(&before);
    ///
    /// # let token = AccessToken::new().anonymous().sync(sync).credentials(&before).sign();
    /// let verified = verifier.verify(token.as_str())?;
    /// assert_eq!((verified.matched_key(), verified.api_key_sid()), (MatchedKey::Secondary, before.api_key_sid()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn or_api_key(self, secondary: &ApiKeyCredentials) -> Self {
        self.or(secondary.clone())
    }
}

/// A token that has passed the gates in front of the claims.
pub(super) struct Signed<'v, C, H> {
    /// What the header says.
    pub(super) header: H,
    /// The JSON of its claims, which nobody has looked at.
    pub(super) claims: Vec<u8>,
    /// The credentials that have signed it.
    pub(super) by: &'v C,
    pub(super) matched_key: MatchedKey,
}

impl<C> Verifier<C> {
    /// Shape, header and signature, in this order; `header` is what a kind of token demands of the second.
    pub(super) fn open<H>(
        &self,
        token: &str,
        header: impl FnOnce(&Compact<'_>) -> Result<H, VerifyError>,
        key: impl Fn(&C) -> &SigningKey,
    ) -> Result<Signed<'_, C, H>, VerifyError> {
        let parts = Compact::split(token, self.max_len)?;
        let header = header(&parts)?;
        let (by, matched_key) = self.signed_by(&parts, key)?;
        Ok(Signed { header, claims: parts.claims, by, matched_key })
    }

    fn signed_by(
        &self,
        token: &Compact<'_>,
        key: impl Fn(&C) -> &SigningKey,
    ) -> Result<(&C, MatchedKey), VerifyError> {
        let error = |kind| VerifyError::new(kind, TokenPart::Signature);
        let signature = token.signature.ok_or_else(|| error(VerifyErrorKind::Signature))?;
        let all =
            [(Some(&self.credentials), MatchedKey::Primary), (self.other.as_ref(), MatchedKey::Secondary)];
        for (credentials, which) in all {
            let Some(credentials) = credentials else { continue };
            let matches = key(credentials).verifies(token.signed.as_bytes(), &signature);
            if matches.map_err(|_| error(VerifyErrorKind::Provider))? {
                return Ok((credentials, which));
            }
        }
        Err(error(VerifyErrorKind::Signature))
    }

    pub(super) fn clock_may_be_off_by(&self) -> Duration {
        self.leeway
    }
}

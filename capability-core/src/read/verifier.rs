use std::time::Duration;

use super::claims::{self, Times};
use super::compact::{Compact, MAX_LEN};
use super::error::{TokenPart, VerifyError, VerifyErrorKind};
use super::json::Members;
use super::{MatchedKey, ReadScopes, VerifiedCapability, header};
use crate::crypto::SigningKey;
use crate::{AccountCredentials, AuthToken, UnixTime};

/// Checks client capability tokens of one account.
///
/// Takes HS256 and nothing else, and reads nothing that a token says about keys. What is a valid token:
///
/// - at most [`MAX_LEN`] bytes, three parts, canonical base64url;
/// - a header with `alg` `HS256`, `typ` `JWT` or none, and no extension;
/// - a signature by the account's auth token, or by [the other one](Self::or_auth_token) while they are being
///   changed, compared in constant time;
/// - claims in JSON without duplicate names: `iss` the account, `exp` and (where they are there) `nbf` and `iat`
///   whole numbers, `scope` a text that can be read;
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
#[derive(Debug)]
pub struct Verifier {
    account: AccountCredentials,
    secondary: Option<SigningKey>,
    leeway: Duration,
    max_len: usize,
}

impl Verifier {
    /// A verifier of the account's tokens. Where the credentials have a crypto provider, it checks the
    /// signatures.
    #[must_use]
    pub fn new(account: &AccountCredentials) -> Self {
        Self { account: account.clone(), secondary: None, leeway: Duration::ZERO, max_len: MAX_LEN }
    }

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
        let key = self.account.key().with_same_provider(secondary.as_bytes());
        drop(secondary);
        Self { secondary: Some(key), ..self }
    }

    /// How far the clock of whoever minted a token may be off; none by default. Only whole seconds count.
    #[must_use]
    pub fn leeway(self, leeway: Duration) -> Self {
        Self { leeway, ..self }
    }

    /// The most bytes of a token that are read, [`MAX_LEN`] by default. The time and the memory that a token
    /// takes grow with its size.
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
    pub fn verify(&self, token: &str) -> Result<VerifiedCapability, VerifyError> {
        self.verify_at(token, UnixTime::now())
    }

    /// Checks a token as if it were `now`.
    ///
    /// # Errors
    ///
    /// As [`verify`](Self::verify).
    pub fn verify_at(&self, token: &str, now: UnixTime) -> Result<VerifiedCapability, VerifyError> {
        let parts = Compact::split(token, self.max_len)?;
        if header::usual(parts.encoded_header).is_none() {
            header::check_capability(&header::parse(&parts.header)?)?;
        }
        let matched_key = self.matched_key(&parts)?;
        self.capability(&claims::parse(&parts.claims)?, now, matched_key)
    }

    fn matched_key(&self, parts: &Compact<'_>) -> Result<MatchedKey, VerifyError> {
        let error = |kind| VerifyError::new(kind, TokenPart::Signature);
        let signature = parts.signature.ok_or_else(|| error(VerifyErrorKind::Signature))?;
        let keys = [
            (Some(self.account.key()), MatchedKey::Primary),
            (self.secondary.as_ref(), MatchedKey::Secondary),
        ];
        for (key, which) in keys {
            let Some(key) = key else { continue };
            let matches = key.verifies(parts.signed.as_bytes(), &signature);
            if matches.map_err(|_| error(VerifyErrorKind::Provider))? {
                return Ok(which);
            }
        }
        Err(error(VerifyErrorKind::Signature))
    }

    /// Checks the claims of a token that one of the keys has signed.
    fn capability(
        &self,
        claims: &Members<'_>,
        now: UnixTime,
        matched_key: MatchedKey,
    ) -> Result<VerifiedCapability, VerifyError> {
        let error = |kind| VerifyError::new(kind, TokenPart::Claims);
        if claims.get("grants").is_some() {
            return Err(error(VerifyErrorKind::AccessToken));
        }
        if claims.get("policies").is_some() {
            return Err(error(VerifyErrorKind::TaskRouterToken));
        }
        let (issuer, scope) = (claims::text(claims, "iss")?, claims::text(claims, "scope")?);
        let times = Times::read(claims)?;
        if issuer != self.account.account_sid().as_str() {
            return Err(error(VerifyErrorKind::Issuer));
        }
        times.check(now, self.leeway)?;
        let Times { expires_at, not_before, issued_at } = times;
        let scopes: ReadScopes = scope.parse()?;
        let issuer = self.account.account_sid();
        Ok(VerifiedCapability { scopes, issuer, expires_at, not_before, issued_at, matched_key })
    }
}

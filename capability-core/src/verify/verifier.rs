use std::time::Duration;

use super::family::{Family, Opened};
use super::verified::MatchedKey;
use crate::jwt::{
    Clock, FamilyMarks, MAX_LEN, TokenPart, TokenParts, VerifyError, VerifyErrorKind, claims, header,
};
use crate::values::UnixTime;

/// A verifier of the tokens of one family: it holds the key and accepts only tokens signed with it.
///
/// `F` is the builder of the family: `Verifier<ClientCapability>`, made by [`Verifier::capability`], or
/// `Verifier<AccessToken>`, made by [`Verifier::access_token`].
///
/// It accepts HS256 and nothing else, and ignores what a token says about keys. A valid token has:
///
/// - at most [`MAX_LEN`] bytes, three parts, canonical base64url;
/// - a header with `alg` `HS256`, `typ` `JWT` or none, the `cty` of its kind, and no extension;
/// - a signature by the key, or by the other one ([`or_auth_token`](Verifier::or_auth_token),
///   [`or_api_key`](Verifier::or_api_key)) while keys are being changed, compared in constant time;
/// - claims in JSON without duplicate names, each of its type: `iss` the account, or in an access token the API key and
///   `sub` its account; `exp` and (where they are there) `nbf` and `iat` whole numbers; a `scope`, or `grants`, that can
///   be read, and no claim that belongs to another family;
/// - times at which it is valid now, by a clock that may be off by [`leeway`](Self::leeway), and a lifetime of at most 24
///   hours, counted from `iat`, or from now where there is none.
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
/// let verifier = Verifier::capability(&account);
/// let capability = verifier.verify(token.as_str())?;
/// assert_eq!(capability.expires_at(), token.expires_at());
///
/// let error = verifier.verify_at(token.as_str(), token.expires_at()).unwrap_err();
/// assert_eq!(error.kind(), VerifyErrorKind::Expired);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a verifier checks nothing until `.verify(token)` is called"]
pub struct Verifier<F: Family> {
    credentials: F::Credentials,
    other: Option<F::Credentials>,
    leeway: Duration,
    max_len: usize,
}

impl<F: Family> Verifier<F> {
    /// Where the credentials have a crypto provider, it checks the signatures.
    pub(crate) fn new(credentials: &F::Credentials) -> Self {
        Self { credentials: credentials.clone(), other: None, leeway: Duration::ZERO, max_len: MAX_LEN }
    }

    pub(crate) fn credentials(&self) -> &F::Credentials {
        &self.credentials
    }

    /// Also accepts tokens that these credentials have signed, in place of those that were given before.
    pub(crate) fn or(self, other: F::Credentials) -> Self {
        Self { other: Some(other), ..self }
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
    /// let verifier = Verifier::capability(&account).leeway(Duration::from_secs(5));
    /// assert!(verifier.verify_at(token.as_str(), token.expires_at()).is_ok());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
    /// let error = Verifier::capability(&account).max_len(2).verify("a.b.c").unwrap_err();
    /// assert_eq!(error.kind(), VerifyErrorKind::TooLong);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn max_len(self, bytes: usize) -> Self {
        Self { max_len: bytes, ..self }
    }

    /// Checks a token in the order of the gates: shape, header, signature, claims. `families` are all that there are.
    pub(crate) fn check(
        &self,
        token: &str,
        now: UnixTime,
        families: impl Iterator<Item = &'static FamilyMarks> + Clone,
    ) -> Result<F::Verified, VerifyError> {
        let reader = F::READER;
        let marks = reader.marks;
        let parts = TokenParts::split(token, self.max_len)?;
        let is_right = marks.content_type.is_none() && header::plain(parts.encoded_header).is_some();
        let header = if is_right { None } else { Some(header::parse(&parts.header)?) };
        if let Some(header) = &header {
            header::check_family(header, marks, families.clone())?;
            (reader.check_header)(header)?;
        }
        let (by, matched_key) = self.signed_by(&parts)?;
        let claims = claims::parse(&parts.claims)?;
        marks.refuse_claims_of_others(&claims, families)?;
        let opened = Opened { header: header.as_ref(), claims: &claims, by, matched_key };
        (reader.read)(&opened, Clock { now, leeway: self.leeway })
    }

    fn signed_by(&self, token: &TokenParts<'_>) -> Result<(&F::Credentials, MatchedKey), VerifyError> {
        let error = |kind| VerifyError::new(kind, TokenPart::Signature);
        let signature = token.signature.ok_or_else(|| error(VerifyErrorKind::Signature))?;
        let all =
            [(Some(&self.credentials), MatchedKey::Primary), (self.other.as_ref(), MatchedKey::Secondary)];
        for (credentials, which) in all {
            let Some(credentials) = credentials else { continue };
            let matches = (F::READER.key)(credentials).verifies(token.signed.as_bytes(), &signature);
            if matches.map_err(|_| error(VerifyErrorKind::Provider))? {
                return Ok((credentials, which));
            }
        }
        Err(error(VerifyErrorKind::Signature))
    }
}

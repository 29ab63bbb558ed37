use std::time::Duration;

use super::family::{Family, Opened};
use super::verified::MatchedKey;
use crate::jwt::{
    Clock, Document, FamilyMarks, MAX_LEN, TokenPart, TokenParts, VerifyError, VerifyErrorKind, claims,
    header,
};
use crate::values::UnixTime;

/// Verifier for the tokens of one family. It holds the key and accepts only tokens that are signed with it.
///
/// `F` is the builder of the family: [`Verifier::capability`] creates a `Verifier<ClientCapability>`, and
/// [`Verifier::access_token`] creates a `Verifier<AccessToken>`.
///
/// It accepts only HS256, and ignores what a token says about keys. A valid token has:
///
/// - at most [`MAX_LEN`] bytes, three parts, canonical base64url;
/// - a header with `alg` `HS256`, no `typ` other than `JWT`, the `cty` of its kind, and no extension;
/// - a signature that was made with the key, or with the second key ([`or_auth_token`](Verifier::or_auth_token),
///   [`or_api_key`](Verifier::or_api_key)) while keys are being changed. It is compared in constant time;
/// - claims in JSON without duplicate names, each of the right type. `iss` is the account; in an access token it is the
///   API key, and `sub` is its account. `exp` is a whole number, and so are `nbf` and `iat` if the token has them. The
///   `sub`, `jti` and the header's `kid` are strings, and there is no `aud`, because Twilio's tokens have no audience. The
///   `scope` or the `grants` can be read, no client name in them has more than 256 characters (errors 31100 and 31105), and
///   there is no claim of another family.
///   A scope with a part that is not known, twice, or empty is refused (error 20106), because the rest could mean something else
///   to another reader. An inspection has only a warning for it, because Twilio documents no error for such a part;
/// - times at which it is valid now, by a clock that can be wrong by [`leeway`](Self::leeway), and a lifetime of at
///   most 24 hours, counted from `iat`, or from now if there is no `iat`. An `iat` in the future counts as now: the clock of
///   the signer is ahead, and RFC 7519 gives no reason to refuse the token. A token that starts, or says that it was issued, at
///   or after its end is refused with any leeway: it is valid by no clock.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{Verifier, VerifyErrorKind};
/// use twilio_capability::{AccountCredentials, ClientCapability, ClientName, UnixTime};
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
    /// Creates a verifier. If the credentials have a crypto provider, the provider checks the signatures.
    pub(crate) fn new(credentials: &F::Credentials) -> Self {
        Self { credentials: credentials.clone(), other: None, leeway: Duration::ZERO, max_len: MAX_LEN }
    }

    pub(crate) fn credentials(&self) -> &F::Credentials {
        &self.credentials
    }

    /// Also accepts tokens that these credentials signed. Replaces the second credentials that were set before.
    pub(crate) fn or(self, other: F::Credentials) -> Self {
        Self { other: Some(other), ..self }
    }

    /// Sets how far the clock of the signer can be wrong. It is zero by default. Only whole seconds count.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use std::time::Duration;
    ///
    /// use twilio_capability::read::Verifier;
    /// use twilio_capability::{AccountCredentials, ClientCapability};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let token = ClientCapability::new().incoming("john".parse()?).credentials(account).sign();
    ///     let verifier = Verifier::capability(account).leeway(Duration::from_secs(5));
    ///     assert!(verifier.verify_at(token.as_str(), token.expires_at()).is_ok());
    ///     Ok(())
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn leeway(self, leeway: Duration) -> Self {
        Self { leeway, ..self }
    }

    /// Sets the largest token that is accepted, in bytes. It is [`MAX_LEN`] by default.
    ///
    /// The time and the memory for reading a token grow with its size.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{Verifier, VerifyErrorKind};
    /// use twilio_capability::AccountCredentials;
    ///
    /// fn check(account: &AccountCredentials) {
    ///     let error = Verifier::capability(account).max_len(2).verify("a.b.c").unwrap_err();
    ///     assert_eq!(error.kind(), VerifyErrorKind::TooLong);
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn max_len(self, bytes: usize) -> Self {
        Self { max_len: bytes, ..self }
    }

    /// Checks a token in this order: shape, header, signature, claims. `families` are all families.
    pub(crate) fn check(
        &self,
        token: &str,
        now: UnixTime,
        families: impl Iterator<Item = &'static FamilyMarks> + Clone,
    ) -> Result<F::Verified, VerifyError> {
        let reader = F::READER;
        let marks = reader.marks;
        let parts = TokenParts::split(token, self.max_len)?;
        let is_usual = reader.usual_headers.contains(&parts.encoded_header);
        let header = if is_usual { None } else { Some(header::parse(&parts.header)?) };
        let header = header.as_ref().map(Document::members);
        if let Some(header) = &header {
            header::check_family(header, marks, families.clone())?;
            (reader.check_header)(header)?;
        }
        let (by, matched_key) = self.signed_by(&parts)?;
        let claims = claims::parse(&parts.claims)?;
        let claims = claims.members();
        marks.refuse_claims_of_others(&claims, families)?;
        claims::check_registered(&claims)?;
        let opened = Opened { header, claims, by, matched_key };
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

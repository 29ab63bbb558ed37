use super::builder::AccessToken;
use super::claims::{JTI, key};
use super::grants::ReadGrants;
use super::grants::identity::IDENTITY;
use super::header;
use super::marks::MARKS;
use crate::jwt::{Clock, Validity, VerifyError, VerifyErrorKind, claim, claims, twilio_code};
use crate::keys::ApiKeyCredentials;
use crate::values::{AccountSid, ApiKeySid, refuse_too_long};
use crate::verify::{Family, FamilyReader, Opened, Verification, Verifier, verification_accessors};

/// An access token that was verified.
///
/// ```
/// use twilio_capability_core::read::{MatchedKey, Verifier};
/// use twilio_capability_core::{AccessToken, ApiKeyCredentials, Region, UnixTime, VoiceGrant, VoiceIdentity};
///
/// let api_key = ApiKeyCredentials::new(
///     "AC00000000000000000000000000000000".parse()?,
///     "SK00000000000000000000000000000000".parse()?,
///     "not_a_real_api_secret".parse()?,
/// );
/// let now = UnixTime::from_secs(1_700_000_000)?;
/// let token = AccessToken::new()
///     .voice_identity(VoiceIdentity::from_static("john"))
///     .voice(VoiceGrant::new().incoming())
///     .region(Region::IE1)
///     .id("order-4711".parse()?)
///     .credentials(&api_key)
///     .sign_at(now);
///
/// let verified = Verifier::access_token(&api_key).verify_at(token.as_str(), now)?;
/// assert_eq!(verified.grants().to_string(), "to \"john\"; Voice: can receive calls");
/// assert_eq!(verified.account_sid(), api_key.account_sid());
/// assert_eq!(verified.api_key_sid(), api_key.api_key_sid());
/// assert_eq!((verified.region(), verified.id()), (Some("ie1"), Some("order-4711")));
/// assert_eq!(verified.expires_at(), token.expires_at());
/// assert_eq!((verified.not_before(), verified.issued_at()), (None, None));
/// assert_eq!(verified.matched_key(), MatchedKey::Primary);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerifiedAccessToken {
    grants: ReadGrants,
    account: AccountSid,
    api_key: ApiKeySid,
    region: Option<String>,
    id: Option<String>,
    verification: Verification,
}

impl VerifiedAccessToken {
    /// What the token grants, and to whom. Tokens of Twilio's libraries may grant nothing, to nobody.
    ///
    /// ```
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, Verifier, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(&api_key);
    /// let verified = Verifier::access_token(&api_key).verify(video.sign().as_str())?;
    /// assert_eq!(verified.grants().identity.as_deref(), Some("zoë"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn grants(&self) -> &ReadGrants {
        &self.grants
    }

    /// The account it is for: the one of the key that signed it.
    ///
    /// ```
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, Verifier, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(&api_key);
    /// let verified = Verifier::access_token(&api_key).verify(video.sign().as_str())?;
    /// assert_eq!(verified.account_sid().as_str(), "AC00000000000000000000000000000000");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn account_sid(&self) -> AccountSid {
        self.account
    }

    /// The API key that signed it.
    ///
    /// ```
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, Verifier, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(&api_key);
    /// let verified = Verifier::access_token(&api_key).verify(video.sign().as_str())?;
    /// assert_eq!(verified.api_key_sid().as_str(), "SK00000000000000000000000000000000");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn api_key_sid(&self) -> ApiKeySid {
        self.api_key
    }

    /// The region of the API key, if the token names one: any text, and not always one of Twilio's regions.
    ///
    /// ```
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, Region, Verifier, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(&api_key);
    /// let token = video.region(Region::IE1).sign();
    /// assert_eq!(Verifier::access_token(&api_key).verify(token.as_str())?.region(), Some("ie1"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// What tells it from other tokens, its `jti` claim, if there is one. Twilio's libraries give all tokens that a key
    /// signs within a second the same.
    ///
    /// ```
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, Verifier, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(&api_key);
    /// let token = video.id("order-4711".parse()?).sign();
    /// assert_eq!(Verifier::access_token(&api_key).verify(token.as_str())?.id(), Some("order-4711"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    verification_accessors! {}
}

impl Verifier<AccessToken> {
    /// A verifier of access tokens that this API key signs. Where the credentials have a crypto provider, it checks the
    /// signatures.
    ///
    /// ```
    /// use twilio_capability_core::{AccessToken, ApiKeyCredentials, Verifier, VideoGrant};
    ///
    /// let api_key = ApiKeyCredentials::new(
    ///     "AC00000000000000000000000000000000".parse()?,
    ///     "SK00000000000000000000000000000000".parse()?,
    ///     "not_a_real_api_secret".parse()?,
    /// );
    /// let token = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(&api_key).sign();
    ///
    /// let verified = Verifier::access_token(&api_key).verify(token.as_str())?;
    /// assert_eq!(verified.grants().identity.as_deref(), Some("zoë"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn access_token(api_key: &ApiKeyCredentials) -> Self {
        Self::new(api_key)
    }

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
    /// let verifier = Verifier::access_token(&next).or_api_key(&before);
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

#[diagnostic::do_not_recommend]
impl Family for AccessToken {
    type Credentials = ApiKeyCredentials;
    type Verified = VerifiedAccessToken;

    const READER: FamilyReader<Self> =
        FamilyReader { marks: &MARKS, key, check_header: |header| header::region(header).map(drop), read };
}

fn read(token: &Opened<'_, ApiKeyCredentials>, clock: Clock) -> Result<VerifiedAccessToken, VerifyError> {
    let (claims, api_key) = (token.claims, token.by);
    let issuer = claims::string(claims, claim::ISSUER)?;
    let subject = claims::string(claims, claim::SUBJECT)?;
    let id = claims::optional_string(claims, JTI)?;
    let validity = Validity::read(claims)?;
    let (grants, leftovers) = ReadGrants::read(claims)?;
    if let Some(error) = leftovers.wrong.into_iter().next() {
        return Err(error);
    }
    let mismatch = |claim, sentence| VerifyError::claim(VerifyErrorKind::Mismatch, claim).expecting(sentence);
    if issuer != api_key.api_key_sid().as_str() {
        return Err(mismatch(claim::ISSUER, "another API key issued the token"));
    }
    if subject != api_key.account_sid().as_str() {
        return Err(mismatch(claim::SUBJECT, "the token is for another account"));
    }
    validity.check(clock)?;
    if let Some(identity) = grants.identity.as_deref().filter(|_| grants.voice.is_some()) {
        refuse_too_long(identity)
            .map_err(|error| VerifyError::invalid(IDENTITY, error).code(twilio_code::INVALID_CLIENT_NAME))?;
    }
    let region = token.header.map_or(Ok(None), header::region)?;
    Ok(VerifiedAccessToken {
        grants,
        account: api_key.account_sid(),
        api_key: api_key.api_key_sid(),
        region: region.map(str::to_owned),
        id: id.map(str::to_owned),
        verification: Verification { validity, matched_key: token.matched_key },
    })
}

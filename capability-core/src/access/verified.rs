use std::borrow::Cow;

use super::builder::AccessToken;
use super::claims::key;
use super::grants::ReadGrants;
use super::grants::identity::IDENTITY;
use super::header::{self, MARKS};
use crate::jwt::{Clock, Validity, VerifyError, VerifyErrorKind, claim, claims, twilio_code};
use crate::keys::ApiKeyCredentials;
use crate::values::{AccountSid, ApiKeySid, refuse_too_long};
use crate::verify::{Family, FamilyReader, Opened, Verification, Verifier, verification_accessors};

/// Contents of an access token that was verified.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{MatchedKey, Verifier};
/// use twilio_capability::{AccessToken, ApiKeyCredentials, Region, UnixTime, VoiceGrant, VoiceIdentity};
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
    /// The grants and the identity of the token. A token of Twilio's libraries can be without them.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, Verifier, VideoGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(api_key);
    ///     let verified = Verifier::access_token(api_key).verify(video.sign().as_str())?;
    ///     assert_eq!(verified.grants().identity.as_deref(), Some("zoë"));
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
    pub fn grants(&self) -> &ReadGrants {
        &self.grants
    }

    /// The account that the token is for. It is the account of the API key.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, Verifier, VideoGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(api_key);
    ///     let verified = Verifier::access_token(api_key).verify(video.sign().as_str())?;
    ///     assert_eq!(verified.account_sid().as_str(), "AC00000000000000000000000000000000");
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
    pub fn account_sid(&self) -> AccountSid {
        self.account
    }

    /// The API key that signed the token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, Verifier, VideoGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(api_key);
    ///     let verified = Verifier::access_token(api_key).verify(video.sign().as_str())?;
    ///     assert_eq!(verified.api_key_sid().as_str(), "SK00000000000000000000000000000000");
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
    pub fn api_key_sid(&self) -> ApiKeySid {
        self.api_key
    }

    /// The region of the API key, if the token has one. It can be any string.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, Region, SyncGrant, Verifier};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let sync = AccessToken::new().identity("zoë".parse()?).sync(SyncGrant::default_service()).credentials(api_key);
    ///     let token = sync.region(Region::IE1).sign();
    ///     assert_eq!(Verifier::access_token(api_key).verify(token.as_str())?.region(), Some("ie1"));
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
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// The token's ID, its `jti` claim, if it has one.
    ///
    /// In Twilio's libraries, all tokens that a key signs in the same second have the same ID.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, Verifier, VideoGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(api_key);
    ///     let token = video.id("order-4711".parse()?).sign();
    ///     assert_eq!(Verifier::access_token(api_key).verify(token.as_str())?.id(), Some("order-4711"));
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
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    verification_accessors! {}
}

impl Verifier<AccessToken> {
    /// Creates a verifier for the access tokens of this API key.
    ///
    /// If the credentials have a crypto provider, the provider checks the signatures.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, Verifier, VideoGrant};
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
    pub fn access_token(api_key: &ApiKeyCredentials) -> Self {
        Self::new(api_key)
    }

    /// Also accepts tokens of this API key, for the time in which one key replaces another.
    ///
    /// A token must contain the SID and the account of the key that signed it. Calling this again replaces the second
    /// key.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{MatchedKey, Verifier};
    /// use twilio_capability::{AccessToken, AccountSid, ApiKeyCredentials, SyncGrant};
    ///
    /// fn check(account: AccountSid) -> Result<(), Box<dyn std::error::Error>> {
    ///     let sync = SyncGrant::new("IS00000000000000000000000000000000".parse()?);
    ///     let before = ApiKeyCredentials::new(
    ///         account,
    ///         "SK00000000000000000000000000000000".parse()?,
    ///         "not_a_real_api_secret".parse()?,
    ///     );
    ///     let next = ApiKeyCredentials::new(
    ///         account,
    ///         "SK11111111111111111111111111111111".parse()?,
    ///         "the_next_api_secret".parse()?,
    ///     );
    ///     let verifier = Verifier::access_token(&next).or_api_key(&before);
    ///
    ///     let token = AccessToken::new().anonymous().sync(sync).credentials(&before).sign();
    ///     let verified = verifier.verify(token.as_str())?;
    ///     assert_eq!((verified.matched_key(), verified.api_key_sid()), (MatchedKey::Secondary, before.api_key_sid()));
    ///     Ok(())
    /// }
    /// # check("AC00000000000000000000000000000000".parse()?)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn or_api_key(self, secondary: &ApiKeyCredentials) -> Self {
        self.or(secondary.clone())
    }
}

#[diagnostic::do_not_recommend]
impl Family for AccessToken {
    type Credentials = ApiKeyCredentials;
    type Verified = VerifiedAccessToken;

    const READER: FamilyReader<Self> = FamilyReader {
        marks: &MARKS,
        key,
        usual_headers: header::USUAL,
        check_header: |header| header::region(header).map(drop),
        read,
    };
}

fn read(token: &Opened<'_, ApiKeyCredentials>, clock: Clock) -> Result<VerifiedAccessToken, VerifyError> {
    let (claims, api_key) = (&token.claims, token.by);
    let issuer = claims::string(claims, claim::ISSUER)?;
    let subject = claims::string(claims, claim::SUBJECT)?;
    let id = claims::optional_string(claims, claim::JTI)?;
    let validity = Validity::read(claims)?;
    let (grants, leftovers) = ReadGrants::read(claims)?;
    if let Some(error) = leftovers.wrong.into_iter().next() {
        return Err(error);
    }
    let mismatch = |claim, sentence| VerifyError::claim(VerifyErrorKind::Mismatch, claim).expecting(sentence);
    if issuer != api_key.api_key_sid().as_str() {
        return Err(mismatch(claim::ISSUER, "the token was issued by another API key"));
    }
    if subject != api_key.account_sid().as_str() {
        return Err(mismatch(claim::SUBJECT, "the token is for another account"));
    }
    validity.check(clock)?;
    if let Some(identity) = grants.identity.as_deref().filter(|_| grants.voice.is_some()) {
        refuse_too_long(identity)
            .map_err(|error| VerifyError::invalid(IDENTITY, error).code(twilio_code::INVALID_CLIENT_NAME))?;
    }
    let region = token.header.as_ref().map_or(Ok(None), header::region)?;
    Ok(VerifiedAccessToken {
        grants,
        account: api_key.account_sid(),
        api_key: api_key.api_key_sid(),
        region: region.map(Cow::into_owned),
        id: id.map(Cow::into_owned),
        verification: Verification { validity, matched_key: token.matched_key },
    })
}

//! What a token says, after its signature, issuer and times were checked. Only a verifier makes these.

use super::claims::{self, Times};
use super::compact::Compact;
use super::error::{TokenPart, VerifyError, VerifyErrorKind};
use super::header;
use super::verifier::{Issuer, Signed, Verifier};
use super::{ReadGrants, ReadScopes};
use crate::{AccountCredentials, AccountSid, ApiKeyCredentials, ApiKeySid, UnixTime};

/// Which of a verifier's keys made the signature.
///
/// ```
/// use twilio_capability_core::read::MatchedKey;
/// # use twilio_capability_core::{AccountCredentials, ClientCapability, Verifier};
/// # let account = AccountCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "not_a_real_auth_token".parse()?,
/// # );
/// # let token = ClientCapability::new().incoming("john".parse()?).credentials(&account).sign();
///
/// let capability = Verifier::new(&account).verify(token.as_str())?;
/// assert_eq!(capability.matched_key(), MatchedKey::Primary);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum MatchedKey {
    /// The one of the credentials that the verifier was made of.
    Primary,
    /// The one given to [`Verifier::or_auth_token`] or [`Verifier::or_api_key`].
    Secondary,
}

/// What every verified token has beside what it allows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Validity {
    times: Times,
    matched_key: MatchedKey,
}

/// The accessors of a verified token with a field `validity`.
macro_rules! validity {
    () => {
        /// The first second in which it is no longer valid.
        ///
        /// ```
        /// # use twilio_capability_core::{AccountCredentials, ClientCapability, Verifier};
        /// # let account = AccountCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_auth_token".parse()?,
        /// # );
        /// # let token = ClientCapability::new().incoming("john".parse()?).credentials(&account).sign();
        /// let capability = Verifier::new(&account).verify(token.as_str())?;
        /// assert_eq!(capability.expires_at(), token.expires_at());
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[must_use]
        pub fn expires_at(&self) -> UnixTime {
            self.validity.times.expires_at
        }

        /// The first second in which it is valid, if it says.
        ///
        /// ```
        /// # use twilio_capability_core::{AccountCredentials, ClientCapability, UnixTime, Verifier};
        /// # let account = AccountCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_auth_token".parse()?,
        /// # );
        /// let start = UnixTime::from_secs(1_700_000_000)?;
        /// let capability = ClientCapability::new().incoming("john".parse()?).not_before(start);
        /// let token = capability.credentials(&account).sign_at(start);
        /// let verified = Verifier::new(&account).verify_at(token.as_str(), start)?;
        /// assert_eq!(verified.not_before(), Some(start));
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[must_use]
        pub fn not_before(&self) -> Option<UnixTime> {
            self.validity.times.not_before
        }

        /// When it was issued, if it says: tokens of Twilio's node library do.
        ///
        /// ```
        /// # use twilio_capability_core::{AccountCredentials, UnixTime, Verifier};
        /// # let account = AccountCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_auth_token".parse()?,
        /// # );
        /// # let now = UnixTime::from_secs(1_700_000_060)?;
        /// # let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWVudDppbmNvbWluZz9jbGllbnROYW1lPWpvaG4iLCJpc3MiOiJBQzAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwIiwiZXhwIjoxNzAwMDAzNjAwLCJpYXQiOjE3MDAwMDAwMDB9.5L2CCjy1BgXmPxVLAlEETcGMQn6dXaQE15vqrOcvfDc";
        /// // A token with `iat`, which Twilio's library for Node.js writes.
        /// let verified = Verifier::new(&account).verify_at(token, now)?;
        /// assert_eq!(verified.issued_at().unwrap().as_secs(), 1_700_000_000);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[must_use]
        pub fn issued_at(&self) -> Option<UnixTime> {
            self.validity.times.issued_at
        }

        /// Which key made the signature.
        ///
        /// ```
        /// # use twilio_capability_core::read::{MatchedKey};
        /// # use twilio_capability_core::{AccountCredentials, ClientCapability, Verifier};
        /// # let account = AccountCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_auth_token".parse()?,
        /// # );
        /// # let token = ClientCapability::new().incoming("john".parse()?).credentials(&account).sign();
        /// let verifier = Verifier::new(&account).or_auth_token("the_next_auth_token".parse()?);
        /// assert_eq!(verifier.verify(token.as_str())?.matched_key(), MatchedKey::Primary);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[must_use]
        pub fn matched_key(&self) -> MatchedKey {
            self.validity.matched_key
        }
    };
}

/// A client capability token that was verified.
///
/// ```
/// use twilio_capability_core::read::{MatchedKey, Verifier};
/// use twilio_capability_core::{AccountCredentials, ClientCapability, ClientName, UnixTime};
///
/// let account = AccountCredentials::new(
///     "AC00000000000000000000000000000000".parse()?,
///     "not_a_real_auth_token".parse()?,
/// );
/// let now = UnixTime::from_secs(1_700_000_000)?;
/// let token = ClientCapability::new()
///     .incoming(ClientName::from_static("john"))
///     .credentials(&account)
///     .sign_at(now);
///
/// let capability = Verifier::new(&account).verify_at(token.as_str(), now)?;
/// assert_eq!(capability.scopes().to_string(), "take calls to \"john\"");
/// assert_eq!(capability.issuer(), account.account_sid());
/// assert_eq!(capability.expires_at(), token.expires_at());
/// assert_eq!((capability.not_before(), capability.issued_at()), (None, None));
/// assert_eq!(capability.matched_key(), MatchedKey::Primary);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerifiedCapability {
    scopes: ReadScopes,
    issuer: AccountSid,
    validity: Validity,
}

impl VerifiedCapability {
    /// What the token allows. Tokens of Twilio's libraries may allow nothing.
    ///
    /// ```
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability, Verifier};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # let token = ClientCapability::new().incoming("john".parse()?).credentials(&account).sign();
    /// let capability = Verifier::new(&account).verify(token.as_str())?;
    /// assert_eq!(capability.scopes().to_string(), "take calls to \"john\"");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn scopes(&self) -> &ReadScopes {
        &self.scopes
    }

    /// The account that issued it: always the one of the verifier.
    ///
    /// ```
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability, Verifier};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # let token = ClientCapability::new().incoming("john".parse()?).credentials(&account).sign();
    /// let capability = Verifier::new(&account).verify(token.as_str())?;
    /// assert_eq!(capability.issuer().as_str(), "AC00000000000000000000000000000000");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn issuer(&self) -> AccountSid {
        self.issuer
    }

    validity! {}
}

fn error(kind: VerifyErrorKind) -> VerifyError {
    VerifyError::new(kind, TokenPart::Claims)
}

#[diagnostic::do_not_recommend]
impl Issuer for AccountCredentials {
    type Verified = VerifiedCapability;

    fn verify(
        verifier: &Verifier<Self>,
        token: &str,
        now: UnixTime,
    ) -> Result<VerifiedCapability, VerifyError> {
        let header = |parts: &Compact<'_>| match header::usual(parts.encoded_header) {
            Some(_) => Ok(()),
            None => header::check_capability(&header::parse(&parts.header)?),
        };
        let Signed { header: (), claims, by: account, matched_key } =
            verifier.open(token, header, Self::key)?;
        let claims = claims::parse(&claims)?;
        if claims.get("grants").is_some() {
            return Err(error(VerifyErrorKind::AccessToken));
        }
        if claims.get("policies").is_some() {
            return Err(error(VerifyErrorKind::TaskRouterToken));
        }
        let (issuer, scope) = (claims::text(&claims, "iss")?, claims::text(&claims, "scope")?);
        let times = Times::read(&claims)?;
        if issuer != account.account_sid().as_str() {
            return Err(error(VerifyErrorKind::Issuer).expecting("account"));
        }
        times.check(now, verifier.clock_may_be_off_by())?;
        Ok(VerifiedCapability {
            scopes: scope.parse()?,
            issuer: account.account_sid(),
            validity: Validity { times, matched_key },
        })
    }
}

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
/// let verified = Verifier::new(&api_key).verify_at(token.as_str(), now)?;
/// assert_eq!(verified.grants().to_string(), "to \"john\"; Voice: take calls");
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
    validity: Validity,
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
    /// let verified = Verifier::new(&api_key).verify(video.sign().as_str())?;
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
    /// let verified = Verifier::new(&api_key).verify(video.sign().as_str())?;
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
    /// let verified = Verifier::new(&api_key).verify(video.sign().as_str())?;
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
    /// assert_eq!(Verifier::new(&api_key).verify(token.as_str())?.region(), Some("ie1"));
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
    /// assert_eq!(Verifier::new(&api_key).verify(token.as_str())?.id(), Some("order-4711"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    validity! {}
}

#[diagnostic::do_not_recommend]
impl Issuer for ApiKeyCredentials {
    type Verified = VerifiedAccessToken;

    fn verify(
        verifier: &Verifier<Self>,
        token: &str,
        now: UnixTime,
    ) -> Result<VerifiedAccessToken, VerifyError> {
        let header = |parts: &Compact<'_>| {
            header::check_access(&header::parse(&parts.header)?).map(|region| region.map(str::to_owned))
        };
        let Signed { header: region, claims, by: api_key, matched_key } =
            verifier.open(token, header, Self::key)?;
        let claims = claims::parse(&claims)?;
        let (issuer, subject) = (claims::text(&claims, "iss")?, claims::text(&claims, "sub")?);
        let id = claims::optional_text(&claims, "jti")?;
        let times = Times::read(&claims)?;
        let (grants, wrong) = ReadGrants::read(&claims)?;
        if let Some(error) = wrong.into_iter().next() {
            return Err(error);
        }
        if issuer != api_key.api_key_sid().as_str() {
            return Err(error(VerifyErrorKind::Issuer).expecting("API key"));
        }
        if subject != api_key.account_sid().as_str() {
            return Err(error(VerifyErrorKind::Subject));
        }
        times.check(now, verifier.clock_may_be_off_by())?;
        Ok(VerifiedAccessToken {
            grants,
            account: api_key.account_sid(),
            api_key: api_key.api_key_sid(),
            region,
            id: id.map(str::to_owned),
            validity: Validity { times, matched_key },
        })
    }
}

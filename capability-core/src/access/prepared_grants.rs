use std::fmt;
use std::marker::PhantomData;

use super::builder::AccessToken;
use super::claims::{self, LastClaims, end_of_grants, key, start_of_grants, start_of_last};
use super::grant_state::{HasGrant, WithVoice};
use super::state::{HasApiKey, HasIdentity, NoIdentity, Suits};
use crate::jwt::{Token, TokenPrefix, encode::PartialToken};
use crate::keys::ApiKeyCredentials;
use crate::sealed::Private;
use crate::values::UnixTime;

/// Access tokens that are prepared for signing with another identity each time, made by [`AccessToken::prepare_grants`].
///
/// The grants are already encoded and hashed, so this fits an endpoint where each user gets the same grants. `V` is
/// [`WithVoice`] if one of the grants can be a Voice grant, and [`NoVoice`](super::NoVoice) if not.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{
///     AccessToken, ApiKeyCredentials, ApplicationSid, PreparedGrants, StringError, Token, VoiceGrant, VoiceIdentity,
/// };
///
/// /// Called once, when the server starts.
/// fn prepare(api_key: &ApiKeyCredentials, application: ApplicationSid) -> PreparedGrants {
///     let voice = VoiceGrant::new().incoming().outgoing(application);
///     AccessToken::new().voice(voice).credentials(api_key).prepare_grants()
/// }
///
/// /// Called for each request.
/// fn token(grants: &PreparedGrants, user: &str) -> Result<Token, StringError> {
///     let identity: VoiceIdentity = user.parse()?;
///     Ok(grants.mint_for(&identity))
/// }
/// ```
#[must_use = "prepared grants are not a token yet: call `.mint_for(&identity)`"]
pub struct PreparedGrants<V = WithVoice> {
    partial: PartialToken,
    /// The claims after `grants`, up to the first byte that is not known before a token is minted.
    start_of_last: Vec<u8>,
    last: LastClaims,
    /// The claims after the value of `exp`.
    end: Vec<u8>,
    api_key: ApiKeyCredentials,
    voice: PhantomData<V>,
}

impl<C, G> AccessToken<C, NoIdentity, G> {
    /// Encodes and hashes the grants, for tokens with different identities.
    ///
    /// The identity is the only thing that is still missing, so do not set it here. If you set the [`id`](Self::id), all
    /// minted tokens have that ID.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, Identity, VideoGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let rooms = AccessToken::new().video(VideoGrant::new()).credentials(api_key).prepare_grants();
    ///     let zoe: Identity = "zoë@example.com".parse()?;
    ///     let token = rooms.mint_for(&zoe);
    ///     assert_eq!(inspect(token.as_str()).grants().unwrap().to_string(), "to \"zoë@example.com\"; Video: can enter any room");
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
    pub fn prepare_grants(&self) -> PreparedGrants<G::Voice>
    where
        C: HasApiKey,
        G: HasGrant,
    {
        let api_key = self.credentials.api_key(Private);
        let json = start_of_grants(self.grants.grants(Private));
        let (mut start, mut end) = (Vec::new(), Vec::new());
        start_of_last(self.id.as_ref(), api_key, &mut start);
        self.times.end_claims(&mut end);
        let prefix = claims::prefix(api_key, self.region.as_ref());
        PreparedGrants {
            partial: PartialToken::new(TokenPrefix::encoded(&prefix), &json, key(api_key)),
            start_of_last: start,
            last: LastClaims { has_id: self.id.is_some(), times: self.times },
            end,
            api_key: api_key.clone(),
            voice: PhantomData,
        }
    }
}

/// Room for the claims after the grants. It is enough if the identity has up to 160 bytes, and no ID was set.
const USUAL_LEN: usize = 320;

impl<V> PreparedGrants<V> {
    /// Mints a token for `identity`. The system's clock gives the time.
    ///
    /// With a Voice grant this takes a [`VoiceIdentity`](crate::VoiceIdentity), otherwise also an
    /// [`Identity`](crate::Identity).
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, VoiceGrant, VoiceIdentity};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let phone = AccessToken::new().voice(VoiceGrant::new().incoming()).credentials(api_key).prepare_grants();
    ///     let john: VoiceIdentity = "john".parse()?;
    ///     let token = phone.mint_for(&john);
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
    #[must_use = "the token is what the client needs"]
    pub fn mint_for<I>(&self, identity: &I) -> Token
    where
        I: HasIdentity + Suits<V>,
    {
        self.mint_for_at(identity, UnixTime::now())
    }

    /// Mints a token for `identity` as if the time were `now`.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, Identity, SyncGrant, UnixTime};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let sync = AccessToken::new().sync(SyncGrant::default_service()).credentials(api_key).prepare_grants();
    ///     let john: Identity = "john".parse()?;
    ///     let token = sync.mint_for_at(&john, UnixTime::from_secs(1_700_000_000)?);
    ///     assert_eq!(token.expires_at().as_secs(), 1_700_003_600);
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
    #[must_use = "the token is what the client needs"]
    pub fn mint_for_at<I>(&self, identity: &I, now: UnixTime) -> Token
    where
        I: HasIdentity + Suits<V>,
    {
        let mut jwt = String::new();
        let mut json = Vec::with_capacity(USUAL_LEN);
        json.extend_from_slice(self.partial.carried());
        end_of_grants(identity.name(Private), &mut json);
        json.extend_from_slice(&self.start_of_last);
        self.last.rest(now, |part| json.extend_from_slice(part));
        json.extend_from_slice(&self.end);
        self.partial.finish(&json, self.api_key.key(), &mut jwt);
        Token::new(jwt, self.last.times.expiry(now))
    }
}

/// Omits the state of the HMAC.
impl<V> fmt::Debug for PreparedGrants<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PreparedGrants")
            .field("api_key", &self.api_key)
            .field("times", &self.last.times)
            .finish_non_exhaustive()
    }
}

use std::fmt;

use super::builder::AccessToken;
use super::claims::{self, LastClaims, REST_LEN, end_of_grants, key, start_of_grants, start_of_last};
use super::grant_state::{GrantState, HasGrant};
use super::state::{HasApiKey, HasIdentity, Suits};
use crate::jwt::{
    Token, TokenPrefix,
    encode::{PartialToken, Room},
};
use crate::keys::ApiKeyCredentials;
use crate::sealed::Private;
use crate::values::UnixTime;

/// The largest number of bytes of claims that are not prepared: two carried bytes, the ID and the times, `,"nbf":`, a time of
/// twelve digits and `}`.
const END_LEN: usize = 2 + REST_LEN + 7 + 12 + 1;

/// An access token that is prepared for signing many times, made by [`AccessToken::prepare`].
///
/// The grants and the identity are already encoded and hashed. Each call mints a new token, with its own `jti` and a new
/// time. This takes less time than the HMAC over a whole token. For tokens with different identities, see
/// [`PreparedGrants`](super::PreparedGrants).
///
/// If the credentials have a crypto provider ([`ApiKeyCredentials::with_provider`]), that provider signs the whole token each
/// time, because a provider cannot continue a hash that was started elsewhere. Then only the encoding is saved.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{AccessToken, ApiKeyCredentials, PreparedAccessToken, VideoGrant};
///
/// let api_key = ApiKeyCredentials::new(
///     "AC00000000000000000000000000000000".parse()?,
///     "SK00000000000000000000000000000000".parse()?,
///     "not_a_real_api_secret".parse()?,
/// );
/// let lobby: PreparedAccessToken =
///     AccessToken::new().identity("lobby".parse()?).video(VideoGrant::new()).credentials(&api_key).prepare();
///
/// let (one, other) = (lobby.mint(), lobby.mint());
/// assert_ne!(one.as_str(), other.as_str());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use = "a prepared token is not a token yet: call `.mint()`"]
pub struct PreparedAccessToken {
    partial: PartialToken,
    last: LastClaims,
    /// The claims after the value of `exp`.
    end: Vec<u8>,
    api_key: ApiKeyCredentials,
}

impl<C, I, G> AccessToken<C, I, G> {
    /// Encodes and hashes the grants and the identity, for a token that is signed many times.
    ///
    /// A minted token equals a signed one, apart from its unique ID. If you set the [`id`](Self::id), all minted tokens
    /// have that ID.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, SyncGrant, UnixTime};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let sync = AccessToken::new().anonymous().sync(SyncGrant::default_service()).credentials(api_key);
    ///     let token = sync.id("order-4711".parse()?);
    ///     let now = UnixTime::from_secs(1_700_000_000)?;
    ///     assert_eq!(token.prepare().mint_at(now).as_str(), token.sign_at(now).as_str());
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
    pub fn prepare(&self) -> PreparedAccessToken
    where
        C: HasApiKey,
        I: HasIdentity + Suits<<G as GrantState>::Voice>,
        G: HasGrant,
    {
        let api_key = self.credentials.api_key(Private);
        let mut json = start_of_grants(self.grants.grants(Private));
        end_of_grants(self.identity.name(Private), &mut json);
        start_of_last(self.id.as_ref(), api_key, &mut json);
        let prefix = claims::prefix(api_key, self.region.as_ref());
        let mut end = Vec::new();
        self.times.end_claims(&mut end);
        PreparedAccessToken {
            partial: PartialToken::new(TokenPrefix::encoded(&prefix), &json, key(api_key)),
            last: LastClaims { has_id: self.id.is_some(), times: self.times },
            end,
            api_key: api_key.clone(),
        }
    }
}

impl PreparedAccessToken {
    /// Mints a token. The system's clock gives the time.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, SyncGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) {
    ///     let sync = AccessToken::new().anonymous().sync(SyncGrant::default_service()).credentials(api_key);
    ///     let prepared = sync.prepare();
    ///     let (one, other) = (prepared.mint(), prepared.mint());
    ///     assert_ne!(inspect(one.as_str()).id(), inspect(other.as_str()).id());
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use = "the token is what the client needs"]
    pub fn mint(&self) -> Token {
        self.mint_at(UnixTime::now())
    }

    /// Mints a token as if the time were `now`.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, SyncGrant, UnixTime};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let sync = AccessToken::new().anonymous().sync(SyncGrant::default_service()).credentials(api_key);
    ///     let token = sync.prepare().mint_at(UnixTime::from_secs(1_700_000_000)?);
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
    pub fn mint_at(&self, now: UnixTime) -> Token {
        let mut jwt = String::new();
        self.write(now, &mut jwt);
        Token::new(jwt, self.last.times.expiry(now))
    }

    /// Mints a token into `jwt`, replacing its content. The system's clock gives the time.
    ///
    /// Allocates nothing if `jwt` has enough capacity, for example because it holds an earlier token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, SyncGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) {
    ///     let sync = AccessToken::new().anonymous().sync(SyncGrant::default_service()).credentials(api_key);
    ///     let prepared = sync.prepare();
    ///     let mut jwt = String::new();
    ///     for _ in 0..3 {
    ///         prepared.mint_into(&mut jwt);
    ///         assert_eq!(jwt.split('.').count(), 3);
    ///     }
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn mint_into(&self, jwt: &mut String) {
        self.write(UnixTime::now(), jwt);
    }

    fn write(&self, now: UnixTime, jwt: &mut String) {
        let mut claims = Room::<END_LEN>::new();
        claims.push(self.partial.carried());
        self.last.rest(now, |part| claims.push(part));
        claims.push(&self.end);
        self.partial.finish(claims.as_slice(), self.api_key.key(), jwt);
    }
}

/// Omits the state of the HMAC.
impl fmt::Debug for PreparedAccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PreparedAccessToken")
            .field("api_key", &self.api_key)
            .field("times", &self.last.times)
            .finish_non_exhaustive()
    }
}

use super::claims::{self, LastClaims, end_of_grants, start_of_grants, start_of_last};
use super::grant_state::{GrantState, HasGrant, NoVoice, UnprovenGrants};
use super::state::{Anonymous, HasApiKey, HasIdentity, NoIdentity, Suits};
use crate::jwt::{TimeSettings, Token, TokenPrefix, encode, time_setters};
use crate::keys::{ApiKeyCredentials, NoCredentials};
use crate::sealed::{Private, Sealed};
use crate::values::{Identity, Region, TokenId, Ttl, UnixTime, VoiceIdentity};

/// Builder for an access token: its grants, its identity, and how long it is valid.
///
/// `C`, `I` and `G` are the states of the builder: its credentials, identity and grants. The token can be signed as
/// soon as it has all three. Before that, calling `sign` is a compile error that says what is missing. Call the setters
/// in any order. Calling a setter again replaces the value.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{
///     AccessToken, ApiKeyCredentials, ApplicationSid, Ttl, VoiceGrant, VoiceIdentity,
/// };
///
/// const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP00000000000000000000000000000000");
/// const JOHN: VoiceIdentity = VoiceIdentity::from_static("john");
///
/// let api_key = ApiKeyCredentials::new(
///     "AC00000000000000000000000000000000".parse()?,
///     "SK00000000000000000000000000000000".parse()?,
///     "not_a_real_api_secret".parse()?,
/// );
/// let token = AccessToken::new()
///     .voice_identity(JOHN)
///     .voice(VoiceGrant::new().incoming().outgoing(APPLICATION))
///     .ttl(Ttl::from_static(300))
///     .credentials(&api_key)
///     .sign();
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Without an identity it cannot be signed:
///
/// ```compile_fail
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{AccessToken, ApiKeyCredentials, VideoGrant};
///
/// # fn token(api_key: &ApiKeyCredentials) {
/// AccessToken::new().video(VideoGrant::new()).credentials(api_key).sign();
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "this is not a token yet: give it credentials and call `.sign()`"]
pub struct AccessToken<C = NoCredentials, I = NoIdentity, G = UnprovenGrants<NoVoice>> {
    pub(super) credentials: C,
    pub(super) identity: I,
    pub(super) grants: G,
    pub(super) times: TimeSettings,
    pub(super) region: Option<Region>,
    pub(super) id: Option<TokenId>,
}

impl AccessToken {
    /// Creates a builder without identity, grants and credentials.
    ///
    /// The token lives for one hour unless you set another lifetime, as in Twilio's libraries.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, SyncGrant, UnixTime};
    ///
    /// fn check(api_key: &ApiKeyCredentials) {
    ///     let token = AccessToken::new().anonymous().sync(SyncGrant::default_service()).credentials(api_key);
    ///     assert_eq!(token.sign_at(UnixTime::EPOCH).expires_at().as_secs(), 3600);
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new() -> Self {
        Self {
            credentials: NoCredentials,
            identity: NoIdentity,
            grants: UnprovenGrants::none(),
            times: TimeSettings::default(),
            region: None,
            id: None,
        }
    }
}

impl Default for AccessToken {
    fn default() -> Self {
        Self::new()
    }
}

impl<C, I, G> AccessToken<C, I, G> {
    /// Sets the identity: the user that the token is for, any string.
    ///
    /// A token with a Voice grant needs [`voice_identity`](Self::voice_identity) instead.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccessToken, VideoGrant};
    ///
    /// let token = AccessToken::new().identity("zoë@example.com".parse()?).video(VideoGrant::new());
    /// # Ok::<(), twilio_capability::StringError>(())
    /// ```
    pub fn identity(self, identity: Identity) -> AccessToken<C, Identity, G> {
        self.with_identity(identity)
    }

    /// Sets an identity that Voice accepts: letters, digits and underscores.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccessToken, VoiceGrant};
    ///
    /// let token = AccessToken::new().voice_identity("john".parse()?).voice(VoiceGrant::new().incoming());
    /// # Ok::<(), twilio_capability::StringError>(())
    /// ```
    pub fn voice_identity(self, identity: VoiceIdentity) -> AccessToken<C, VoiceIdentity, G> {
        self.with_identity(identity)
    }

    /// Makes a token without an identity.
    ///
    /// You have to call this because a missing identity is usually a mistake. Twilio's Voice SDKs refuse such a token
    /// (error 31204).
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, SyncGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) {
    ///     let token = AccessToken::new().anonymous().sync(SyncGrant::default_service()).credentials(api_key).sign();
    ///     assert_eq!(inspect(token.as_str()).grants().unwrap().identity, None);
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn anonymous(self) -> AccessToken<C, Anonymous, G> {
        self.with_identity(Anonymous)
    }

    time_setters! {
        "ApiKeyCredentials",
        "AccessToken::new().anonymous().video(VideoGrant::new())",
        ["AccessToken" "ApiKeyCredentials" "VideoGrant"],
        "# let credentials = ApiKeyCredentials::new(\"AC00000000000000000000000000000000\".parse()?, \"SK00000000000000000000000000000000\".parse()?, \"not_a_real_api_secret\".parse()?);"
    }

    /// Sets the region of the API key. Without a region, Twilio assumes a key of `us1`.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, Region, SyncGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) {
    ///     let sync = AccessToken::new().anonymous().sync(SyncGrant::default_service()).credentials(api_key);
    ///     let token = sync.region(Region::IE1).sign();
    ///     assert_eq!(inspect(token.as_str()).region(), Some("ie1"));
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn region(mut self, region: Region) -> Self {
        self.region = Some(region);
        self
    }

    /// Like [`region`](Self::region), but does nothing if `region` is `None`.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, Region, SyncGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) {
    ///     let sync = AccessToken::new().anonymous().sync(SyncGrant::default_service()).credentials(api_key);
    ///     let token = sync.region(Region::IE1).maybe_region(None).sign();
    ///     assert_eq!(inspect(token.as_str()).region(), Some("ie1"));
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn maybe_region(mut self, region: Option<Region>) -> Self {
        self.region = region.or(self.region);
        self
    }

    /// Sets the token's ID, its `jti` claim.
    ///
    /// If you do not set it, each token gets a unique ID when it is signed: the SID of the key, the time and a unique
    /// part. A process that forks after it has signed shares the random key of that part with its child, so set the ID there. If
    /// you set it, every token that this builder signs has the same ID, so use a builder for each token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, SyncGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let sync = AccessToken::new().anonymous().sync(SyncGrant::default_service()).credentials(api_key);
    ///     let token = sync.id("order-4711".parse()?).sign();
    ///     assert_eq!(inspect(token.as_str()).id(), Some("order-4711"));
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
    pub fn id(mut self, id: TokenId) -> Self {
        self.id = Some(id);
        self
    }

    /// Sets the credentials that sign the token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, SyncGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) {
    ///     let token = AccessToken::new().anonymous().sync(SyncGrant::default_service()).credentials(api_key).sign();
    ///     assert_eq!(inspect(token.as_str()).issuer(), Some(api_key.api_key_sid().as_str()));
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn credentials(self, api_key: &ApiKeyCredentials) -> AccessToken<ApiKeyCredentials, I, G> {
        let Self { credentials: _, identity, grants, times, region, id } = self;
        AccessToken { credentials: api_key.clone(), identity, grants, times, region, id }
    }

    /// Signs the token. The system's clock gives the time.
    ///
    /// This cannot fail. The builder can sign again later: the new token has the same grants, another `jti`, and
    /// expires later.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, SyncGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) {
    ///     let sync = AccessToken::new().anonymous().sync(SyncGrant::default_service()).credentials(api_key);
    ///     let (one, other) = (sync.sign(), sync.sign());
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
    pub fn sign(&self) -> Token
    where
        C: HasApiKey,
        I: HasIdentity + Suits<<G as GrantState>::Voice>,
        G: HasGrant,
    {
        self.sign_at(UnixTime::now())
    }

    /// Signs the token as if the time were `now`, for tests and for custom clocks.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, UnixTime, VideoGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let token = AccessToken::new()
    ///         .identity("john".parse()?)
    ///         .video(VideoGrant::new())
    ///         .credentials(api_key)
    ///         .sign_at(UnixTime::from_secs(1_700_000_000)?);
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
    pub fn sign_at(&self, now: UnixTime) -> Token
    where
        C: HasApiKey,
        I: HasIdentity + Suits<<G as GrantState>::Voice>,
        G: HasGrant,
    {
        let api_key = self.credentials.api_key(Private);
        let mut json = start_of_grants(self.grants.grants(Private));
        end_of_grants(self.identity.name(Private), &mut json);
        start_of_last(self.id.as_ref(), api_key, &mut json);
        let last = LastClaims { has_id: self.id.is_some(), times: self.times };
        last.rest(now, |part| json.extend_from_slice(part));
        self.times.end_claims(&mut json);
        let prefix = claims::prefix(api_key, self.region.as_ref());
        let jwt = encode::compact(TokenPrefix::encoded(&prefix), &json, api_key.key());
        Token::new(jwt, self.times.expiry(now))
    }

    pub(super) fn map_grants<H>(self, map: impl FnOnce(G) -> H) -> AccessToken<C, I, H> {
        let Self { credentials, identity, grants, times, region, id } = self;
        AccessToken { credentials, identity, grants: map(grants), times, region, id }
    }

    fn with_identity<J>(self, identity: J) -> AccessToken<C, J, G> {
        let Self { credentials, identity: _, grants, times, region, id } = self;
        AccessToken { credentials, identity, grants, times, region, id }
    }
}

impl<C, I, G> Sealed for AccessToken<C, I, G> {}

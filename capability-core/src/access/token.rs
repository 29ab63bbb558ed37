use super::claims::Rest;
use super::grants::{HasGrant, NoGrant, NotYet, Search, Slots, With};
use super::identity::{Anonymous, HasIdentity, NoIdentity, Suits};
use super::{
    ApiKeyCredentials, ChatGrant, HasApiKey, Identity, PlaybackGrant, Region, SyncGrant, TaskRouterGrant,
    TokenId, VideoGrant, VoiceGrant, VoiceIdentity, header,
};
use crate::jws::{self, Start};
use crate::times::{Times, times_setters};
use crate::{NoCredentials, Token, Ttl, UnixTime};

/// What an access token shall grant, to whom, and for how long.
///
/// `C`, `I` and `G` say what it has already: credentials, an identity, grants. It can be signed as soon as it has all
/// three; before that, `sign` is a compile error that says what is missing. The setters come in any order. One that is
/// called again replaces what it set before, except that a second grant of a kind is a compile error: see [`With`].
///
/// ```
/// use twilio_capability_core::{
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
/// Without an identity there is no token:
///
/// ```compile_fail
/// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
/// # fn token(api_key: &ApiKeyCredentials) {
/// AccessToken::new().video(VideoGrant::new()).credentials(api_key).sign();
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "this is no token yet: give it credentials and call `.sign()`"]
pub struct AccessToken<C = NoCredentials, I = NoIdentity, G = NoGrant> {
    credentials: C,
    identity: I,
    grants: G,
    times: Times,
    region: Option<Region>,
    id: Option<TokenId>,
}

impl AccessToken {
    /// Nothing yet. It lives for one hour unless told otherwise, as tokens of Twilio's libraries do.
    pub fn new() -> Self {
        Self {
            credentials: NoCredentials,
            identity: NoIdentity,
            grants: NoGrant,
            times: Times::default(),
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

/// Adds a grant, with the bound that there is none of its kind yet. One call for each, because the compiler shows the
/// call where the bound is broken.
macro_rules! grant_setter {
    ($(#[$doc:meta])+ $setter:ident, $maybe:ident, $grant:ident) => {
        $(#[$doc])+
        pub fn $setter(self, grant: $grant) -> AccessToken<C, I, With<$grant, G>>
        where
            G: Search<$grant, Result: NotYet<$grant>>,
        {
            self.with(grant)
        }

        #[doc = concat!("As [`", stringify!($setter), "`](Self::", stringify!($setter), ") if there is a grant; ")]
        /// proves none.
        pub fn $maybe(self, grant: Option<$grant>) -> AccessToken<C, I, With<Option<$grant>, G>>
        where
            G: Search<$grant, Result: NotYet<$grant>>,
        {
            self.with(grant)
        }
    };
}

impl<C, I, G> AccessToken<C, I, G> {
    /// Whom it is for: any text. With a Voice grant it takes [`voice_identity`](Self::voice_identity).
    ///
    /// ```
    /// # use twilio_capability_core::{AccessToken, VideoGrant};
    /// let token = AccessToken::new().identity("zoë@example.com".parse()?).video(VideoGrant::new());
    /// # Ok::<(), twilio_capability_core::LabelError>(())
    /// ```
    pub fn identity(self, identity: Identity) -> AccessToken<C, Identity, G> {
        self.with_identity(identity)
    }

    /// Whom it is for, by the rule that Voice has: letters, digits and underscores.
    ///
    /// ```
    /// # use twilio_capability_core::{AccessToken, VoiceGrant};
    /// let token = AccessToken::new().voice_identity("john".parse()?).voice(VoiceGrant::new().incoming());
    /// # Ok::<(), twilio_capability_core::ClientNameError>(())
    /// ```
    pub fn voice_identity(self, identity: VoiceIdentity) -> AccessToken<C, VoiceIdentity, G> {
        self.with_identity(identity)
    }

    /// For nobody in particular: the token has no `identity`.
    ///
    /// It has to be said because it is seldom meant. Twilio's Voice SDKs refuse such a token (error 31204).
    pub fn anonymous(self) -> AccessToken<C, Anonymous, G> {
        self.with_identity(Anonymous)
    }

    grant_setter! {
        /// Grants Voice.
        voice, maybe_voice, VoiceGrant
    }

    grant_setter! {
        /// Grants Video.
        video, maybe_video, VideoGrant
    }

    grant_setter! {
        /// Grants Chat or Conversations.
        chat, maybe_chat, ChatGrant
    }

    grant_setter! {
        /// Grants Sync.
        sync, maybe_sync, SyncGrant
    }

    grant_setter! {
        /// Grants TaskRouter.
        task_router, maybe_task_router, TaskRouterGrant
    }

    grant_setter! {
        /// Grants the playback of a stream.
        playback, maybe_playback, PlaybackGrant
    }

    times_setters! {}

    /// The region that the API key is of. Without one Twilio takes it for a key of `us1`.
    pub fn region(mut self, region: Region) -> Self {
        self.region = Some(region);
        self
    }

    /// As [`region`](Self::region) if there is one.
    pub fn maybe_region(self, region: Option<Region>) -> Self {
        match region {
            Some(region) => self.region(region),
            None => self,
        }
    }

    /// The token's `jti` claim. Without one each token gets its own when it is signed: the SID of the key, the time,
    /// and what no other token has.
    ///
    /// Every token that is signed from here on gets this one, so give each its own.
    pub fn id(mut self, id: TokenId) -> Self {
        self.id = Some(id);
        self
    }

    /// Who signs it.
    pub fn credentials(self, api_key: &ApiKeyCredentials) -> AccessToken<ApiKeyCredentials, I, G> {
        let Self { credentials: _, identity, grants, times, region, id } = self;
        AccessToken { credentials: api_key.clone(), identity, grants, times, region, id }
    }

    /// The token, signed now by the system's clock.
    ///
    /// Cannot fail. The builder stays as it is: it may sign again, for a token with the same rights, another `jti` and
    /// a later end.
    #[must_use = "the token is what the client needs"]
    pub fn sign(&self) -> Token
    where
        C: HasApiKey,
        I: HasIdentity + Suits<<G as Search<VoiceGrant>>::Result>,
        G: HasGrant + Search<VoiceGrant>,
    {
        self.sign_at(UnixTime::now())
    }

    /// The token, signed as if it were `now`: for tests, and for clocks of one's own.
    ///
    /// ```
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, UnixTime, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// let token = AccessToken::new()
    ///     .identity("john".parse()?)
    ///     .video(VideoGrant::new())
    ///     .credentials(&api_key)
    ///     .sign_at(UnixTime::from_secs(1_700_000_000)?);
    /// assert_eq!(token.expires_at().as_secs(), 1_700_003_600);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use = "the token is what the client needs"]
    pub fn sign_at(&self, now: UnixTime) -> Token
    where
        C: HasApiKey,
        I: HasIdentity + Suits<<G as Search<VoiceGrant>>::Result>,
        G: HasGrant + Search<VoiceGrant>,
    {
        let api_key = self.credentials.api_key();
        let mut grants = Slots::default();
        self.grants.fill(&mut grants);
        let rest = Rest {
            expires_at: self.times.expiry(now),
            not_before: self.times.not_before,
            identity: self.identity.name(),
            grants,
        };
        let jwt = if self.region.is_none() && self.id.is_none() {
            api_key.begun().end(&rest.after_usual_start(now), api_key.key())
        } else {
            let (key, account) = (api_key.api_key_sid(), api_key.account_sid());
            let claims = rest.whole(key, account, self.id.as_ref(), now);
            jws::compact(Start::Header(&header::header(self.region.as_ref())), &claims, api_key.key())
        };
        Token::new(jwt, rest.expires_at)
    }

    /// The times of another builder.
    pub(super) fn with_times(self, times: Times) -> Self {
        Self { times, ..self }
    }

    fn with<K>(self, grant: K) -> AccessToken<C, I, With<K, G>> {
        let Self { credentials, identity, grants, times, region, id } = self;
        let grants = With::new(grant, grants);
        AccessToken { credentials, identity, grants, times, region, id }
    }

    fn with_identity<J>(self, identity: J) -> AccessToken<C, J, G> {
        let Self { credentials, identity: _, grants, times, region, id } = self;
        AccessToken { credentials, identity, grants, times, region, id }
    }
}

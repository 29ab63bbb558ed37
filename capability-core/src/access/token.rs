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
    ///
    /// ```
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, UnixTime, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// let token = AccessToken::new().anonymous().video(VideoGrant::new()).credentials(&api_key);
    /// assert_eq!(token.sign_at(UnixTime::EPOCH).expires_at().as_secs(), 3600);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
    ($(#[$doc:meta])+ $setter:ident, $(#[$maybe_doc:meta])+ $maybe:ident, $grant:ident) => {
        $(#[$doc])+
        pub fn $setter(self, grant: $grant) -> AccessToken<C, I, With<$grant, G>>
        where
            G: Search<$grant, Result: NotYet<$grant>>,
        {
            self.with(grant)
        }

        #[doc = concat!("As [`", stringify!($setter), "`](Self::", stringify!($setter), ") if there is a grant; ")]
        /// proves none.
        ///
        $(#[$maybe_doc])+
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
    /// # Ok::<(), twilio_capability_core::StringError>(())
    /// ```
    pub fn identity(self, identity: Identity) -> AccessToken<C, Identity, G> {
        self.with_identity(identity)
    }

    /// Whom it is for, by the rule that Voice has: letters, digits and underscores.
    ///
    /// ```
    /// # use twilio_capability_core::{AccessToken, VoiceGrant};
    /// let token = AccessToken::new().voice_identity("john".parse()?).voice(VoiceGrant::new().incoming());
    /// # Ok::<(), twilio_capability_core::StringError>(())
    /// ```
    pub fn voice_identity(self, identity: VoiceIdentity) -> AccessToken<C, VoiceIdentity, G> {
        self.with_identity(identity)
    }

    /// For nobody in particular: the token has no `identity`.
    ///
    /// It has to be said because it is seldom meant. Twilio's Voice SDKs refuse such a token (error 31204).
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// let token = AccessToken::new().anonymous().video(VideoGrant::new()).credentials(&api_key).sign();
    /// assert_eq!(inspect(token.as_str()).grants().unwrap().identity, None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn anonymous(self) -> AccessToken<C, Anonymous, G> {
        self.with_identity(Anonymous)
    }

    grant_setter! {
        /// Grants Voice.
        ///
        /// ```
        /// # use twilio_capability_core::read::inspect;
        /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VoiceGrant};
        /// # let api_key = ApiKeyCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "SK00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_api_secret".parse()?,
        /// # );
        /// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
        /// let token = john.voice(VoiceGrant::new().incoming()).sign();
        /// assert!(inspect(token.as_str()).grants().unwrap().voice.is_some());
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        voice,
        /// ```
        /// # use twilio_capability_core::read::inspect;
        /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
        /// # let api_key = ApiKeyCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "SK00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_api_secret".parse()?,
        /// # );
        /// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
        /// let token = john.video(VideoGrant::new()).maybe_voice(None).sign();
        /// assert!(inspect(token.as_str()).grants().unwrap().voice.is_none());
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        maybe_voice, VoiceGrant
    }

    grant_setter! {
        /// Grants Video.
        ///
        /// ```
        /// # use twilio_capability_core::read::inspect;
        /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
        /// # let api_key = ApiKeyCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "SK00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_api_secret".parse()?,
        /// # );
        /// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
        /// let token = john.video(VideoGrant::new()).sign();
        /// assert!(inspect(token.as_str()).grants().unwrap().video.is_some());
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        video,
        /// ```
        /// # use twilio_capability_core::read::inspect;
        /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, SyncGrant};
        /// # let api_key = ApiKeyCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "SK00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_api_secret".parse()?,
        /// # );
        /// # let service = "IS00000000000000000000000000000000".parse()?;
        /// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
        /// let token = john.sync(SyncGrant::new(service)).maybe_video(None).sign();
        /// assert!(inspect(token.as_str()).grants().unwrap().video.is_none());
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        maybe_video, VideoGrant
    }

    grant_setter! {
        /// Grants Chat or Conversations.
        ///
        /// ```
        /// # use twilio_capability_core::read::inspect;
        /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, ChatGrant};
        /// # let api_key = ApiKeyCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "SK00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_api_secret".parse()?,
        /// # );
        /// # let service = "IS00000000000000000000000000000000".parse()?;
        /// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
        /// let token = john.chat(ChatGrant::new(service)).sign();
        /// assert!(inspect(token.as_str()).grants().unwrap().chat.is_some());
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        chat,
        /// ```
        /// # use twilio_capability_core::read::inspect;
        /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
        /// # let api_key = ApiKeyCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "SK00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_api_secret".parse()?,
        /// # );
        /// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
        /// let token = john.video(VideoGrant::new()).maybe_chat(None).sign();
        /// assert!(inspect(token.as_str()).grants().unwrap().chat.is_none());
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        maybe_chat, ChatGrant
    }

    grant_setter! {
        /// Grants Sync.
        ///
        /// ```
        /// # use twilio_capability_core::read::inspect;
        /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, SyncGrant};
        /// # let api_key = ApiKeyCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "SK00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_api_secret".parse()?,
        /// # );
        /// # let service = "IS00000000000000000000000000000000".parse()?;
        /// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
        /// let token = john.sync(SyncGrant::new(service)).sign();
        /// assert!(inspect(token.as_str()).grants().unwrap().sync.is_some());
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        sync,
        /// ```
        /// # use twilio_capability_core::read::inspect;
        /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
        /// # let api_key = ApiKeyCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "SK00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_api_secret".parse()?,
        /// # );
        /// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
        /// let token = john.video(VideoGrant::new()).maybe_sync(None).sign();
        /// assert!(inspect(token.as_str()).grants().unwrap().sync.is_none());
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        maybe_sync, SyncGrant
    }

    grant_setter! {
        /// Grants TaskRouter.
        ///
        /// ```
        /// # use twilio_capability_core::read::inspect;
        /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, TaskRouterGrant};
        /// # let api_key = ApiKeyCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "SK00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_api_secret".parse()?,
        /// # );
        /// # let workspace = "WS00000000000000000000000000000000".parse()?;
        /// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
        /// let token = john.task_router(TaskRouterGrant::new(workspace)).sign();
        /// assert!(inspect(token.as_str()).grants().unwrap().task_router.is_some());
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        task_router,
        /// ```
        /// # use twilio_capability_core::read::inspect;
        /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
        /// # let api_key = ApiKeyCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "SK00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_api_secret".parse()?,
        /// # );
        /// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
        /// let token = john.video(VideoGrant::new()).maybe_task_router(None).sign();
        /// assert!(inspect(token.as_str()).grants().unwrap().task_router.is_none());
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        maybe_task_router, TaskRouterGrant
    }

    grant_setter! {
        /// Grants the playback of a stream.
        ///
        /// ```
        /// # use twilio_capability_core::read::inspect;
        /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, PlaybackGrant};
        /// # let api_key = ApiKeyCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "SK00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_api_secret".parse()?,
        /// # );
        /// let playback: PlaybackGrant = r#"{"playbackUrl": "https://example.com/v1/playlist"}"#.parse()?;
        /// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
        /// let token = john.playback(playback).sign();
        /// assert!(inspect(token.as_str()).grants().unwrap().playback.is_some());
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        playback,
        /// ```
        /// # use twilio_capability_core::read::inspect;
        /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
        /// # let api_key = ApiKeyCredentials::new(
        /// #     "AC00000000000000000000000000000000".parse()?,
        /// #     "SK00000000000000000000000000000000".parse()?,
        /// #     "not_a_real_api_secret".parse()?,
        /// # );
        /// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
        /// let token = john.video(VideoGrant::new()).maybe_playback(None).sign();
        /// assert!(inspect(token.as_str()).grants().unwrap().playback.is_none());
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        maybe_playback, PlaybackGrant
    }

    times_setters! {}

    /// The region that the API key is of. Without one Twilio takes it for a key of `us1`.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, Region, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let video = AccessToken::new().anonymous().video(VideoGrant::new()).credentials(&api_key);
    /// let token = video.region(Region::IE1).sign();
    /// assert_eq!(inspect(token.as_str()).region(), Some("ie1"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn region(mut self, region: Region) -> Self {
        self.region = Some(region);
        self
    }

    /// As [`region`](Self::region) if there is one.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, Region, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let video = AccessToken::new().anonymous().video(VideoGrant::new()).credentials(&api_key);
    /// let token = video.region(Region::IE1).maybe_region(None).sign();
    /// assert_eq!(inspect(token.as_str()).region(), Some("ie1"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let video = AccessToken::new().anonymous().video(VideoGrant::new()).credentials(&api_key);
    /// let token = video.id("order-4711".parse()?).sign();
    /// assert_eq!(inspect(token.as_str()).id(), Some("order-4711"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn id(mut self, id: TokenId) -> Self {
        self.id = Some(id);
        self
    }

    /// Who signs it.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// let token = AccessToken::new().anonymous().video(VideoGrant::new()).credentials(&api_key).sign();
    /// assert_eq!(inspect(token.as_str()).issuer(), Some(api_key.api_key_sid().as_str()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn credentials(self, api_key: &ApiKeyCredentials) -> AccessToken<ApiKeyCredentials, I, G> {
        let Self { credentials: _, identity, grants, times, region, id } = self;
        AccessToken { credentials: api_key.clone(), identity, grants, times, region, id }
    }

    /// The token, signed now by the system's clock.
    ///
    /// Cannot fail. The builder stays as it is: it may sign again, for a token with the same rights, another `jti` and
    /// a later end.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let video = AccessToken::new().anonymous().video(VideoGrant::new()).credentials(&api_key);
    /// let (one, other) = (video.sign(), video.sign());
    /// assert_ne!(inspect(one.as_str()).id(), inspect(other.as_str()).id());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

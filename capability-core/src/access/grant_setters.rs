use super::builder::AccessToken;
use super::grant_state::{GrantState, Grants, VoiceState, WithVoice};
use super::grants::{ChatGrant, GrantSet, PlaybackGrant, SyncGrant, TaskRouterGrant, VideoGrant, VoiceGrant};
use crate::sealed::Private;

/// The setters of a grant that works with any identity.
macro_rules! grant_setter {
    ($(#[$doc:meta])+ $setter:ident, $(#[$maybe_doc:meta])+ $maybe:ident, $grant:ident) => {
        $(#[$doc])+
        pub fn $setter(self, grant: $grant) -> AccessToken<C, I, Grants<G::Voice>> {
            self.with_set(|set| set.$setter = Some(grant))
        }

        #[doc = concat!("Like [`", stringify!($setter), "`](Self::", stringify!($setter), "), ")]
        /// but does nothing if `grant` is `None`.
        ///
        /// It does not count as a grant, so another call has to add one before the token can be signed.
        ///
        $(#[$maybe_doc])+
        pub fn $maybe(mut self, grant: Option<$grant>) -> Self {
            let slot = &mut self.grants.set(Private).$setter;
            *slot = grant.or(slot.take());
            self
        }
    };
}

/// Setters of grants. Calling a setter again replaces the grant.
impl<C, I, G: GrantState> AccessToken<C, I, G> {
    /// Adds a Voice grant.
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
    pub fn voice(self, grant: VoiceGrant) -> AccessToken<C, I, Grants<WithVoice>> {
        self.with_set(|set| set.voice = Some(grant))
    }

    /// Like [`voice`](Self::voice), but does nothing if `grant` is `None`.
    ///
    /// It does not count as a grant, so another call has to add one before the token can be signed. The token needs a
    /// [`VoiceIdentity`](crate::VoiceIdentity) in both cases.
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
    /// let token = john.video(VideoGrant::new()).maybe_voice(None).sign();
    /// assert!(inspect(token.as_str()).grants().unwrap().voice.is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn maybe_voice(self, grant: Option<VoiceGrant>) -> AccessToken<C, I, G::MaybeVoice> {
        let mut token = self.map_grants(|grants| grants.into_maybe_voice(Private));
        if let Some(grant) = grant {
            token.grants.set(Private).voice = Some(grant);
        }
        token
    }

    grant_setter! {
        /// Adds a Video grant.
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
        /// Adds a Chat grant, which is also the grant for Conversations.
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
        /// Adds a Sync grant.
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
        /// Adds a TaskRouter grant.
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
        /// Adds a grant for the playback of a stream.
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

    /// Adds each of `grants`, as the setters do one by one.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// use twilio_capability_core::{AccessToken, ApiKeyCredentials, Grants, Region, VideoGrant};
    ///
    /// let grants = Grants::from_list([VideoGrant::new().into()])?.without_voice()?;
    /// let token = AccessToken::new().identity("john@example.com".parse()?).grants(grants);
    ///
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let token = token.credentials(&api_key).sign();
    /// assert!(inspect(token.as_str()).grants().unwrap().video.is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn grants<V: VoiceState>(
        self,
        grants: Grants<V>,
    ) -> AccessToken<C, I, Grants<<G::Voice as VoiceState>::Or<V>>> {
        self.with_set(|set| set.extend(grants.set))
    }

    /// Adds grants with `set`, and changes the state to [`Grants`].
    ///
    /// The grants are changed in place, because they are large and each move would copy them.
    fn with_set<V>(mut self, set: impl FnOnce(&mut GrantSet)) -> AccessToken<C, I, Grants<V>> {
        set(self.grants.set(Private));
        self.map_grants(|grants| Grants::new(grants.into_set(Private)))
    }
}

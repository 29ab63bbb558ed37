use super::builder::AccessToken;
use super::grant_state::{GrantState, Grants, VoiceState, WithVoice};
use super::grants::built::{self, VoiceGrant};
use super::grants::{GrantSet, for_each_grant};
use crate::sealed::Private;

/// The setters of all grants but Voice, which asks for a `VoiceIdentity`.
macro_rules! grant_setters {
    (
        "The Voice grant" $voice:ident $maybe_voice:ident $Voice:ident $VoiceGrant:ident $ReadVoice:ident,
        $($name:literal $setter:ident $maybe:ident $variant:ident $grant:ident $read:ident),+ $(,)?
    ) => {
        /// Setters of grants. Calling a setter again replaces the grant.
        impl<C, I, G: GrantState> AccessToken<C, I, G> {
            $(
                #[doc = concat!("Adds a [`", stringify!($grant), "`](crate::", stringify!($grant), ").")]
                ///
                /// ```
                /// # extern crate twilio_capability_core as twilio_capability;
                #[doc = concat!("use twilio_capability::{AccessToken, ApiKeyCredentials, Token, ", stringify!($grant), "};")]
                /// use twilio_capability::VoiceIdentity;
                ///
                #[doc = concat!("fn token(api_key: &ApiKeyCredentials, john: VoiceIdentity, grant: ", stringify!($grant), ") -> Token {")]
                #[doc = concat!("    AccessToken::new().voice_identity(john).", stringify!($setter), "(grant).credentials(api_key).sign()")]
                /// }
                /// ```
                pub fn $setter(self, grant: built::$grant) -> AccessToken<C, I, Grants<G::Voice>> {
                    self.with_set(|set| set.$setter = Some(grant))
                }

                #[doc = concat!("Like [`", stringify!($setter), "`](Self::", stringify!($setter), "), ")]
                /// but does nothing if `grant` is `None`.
                ///
                /// It does not count as a grant, so another call has to add one before the token can be signed.
                ///
                /// ```
                /// # extern crate twilio_capability_core as twilio_capability;
                #[doc = concat!("use twilio_capability::{AccessToken, ", stringify!($grant), "};")]
                ///
                #[doc = concat!("fn token(grant: Option<", stringify!($grant), ">) -> AccessToken {")]
                #[doc = concat!("    AccessToken::new().", stringify!($maybe), "(grant)")]
                /// }
                /// ```
                pub fn $maybe(mut self, grant: Option<built::$grant>) -> Self {
                    let slot = &mut self.grants.set(Private).$setter;
                    *slot = grant.or(slot.take());
                    self
                }
            )+
        }
    };
}

for_each_grant!(grant_setters);

/// Setters of grants. Calling a setter again replaces the grant.
impl<C, I, G: GrantState> AccessToken<C, I, G> {
    /// Adds a Voice grant.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, VoiceGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let john = AccessToken::new().voice_identity("john".parse()?).credentials(api_key);
    ///     let token = john.voice(VoiceGrant::new().incoming()).sign();
    ///     assert!(inspect(token.as_str()).grants().unwrap().voice.is_some());
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
    pub fn voice(self, grant: VoiceGrant) -> AccessToken<C, I, Grants<WithVoice>> {
        self.with_set(|set| set.voice = Some(grant))
    }

    /// Like [`voice`](Self::voice), but does nothing if `grant` is `None`.
    ///
    /// It does not count as a grant, so another call has to add one before the token can be signed. The token needs a
    /// [`VoiceIdentity`](crate::VoiceIdentity) in both cases.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, VideoGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let john = AccessToken::new().voice_identity("john".parse()?).credentials(api_key);
    ///     let token = john.video(VideoGrant::new()).maybe_voice(None).sign();
    ///     assert!(inspect(token.as_str()).grants().unwrap().voice.is_none());
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
    pub fn maybe_voice(self, grant: Option<VoiceGrant>) -> AccessToken<C, I, G::MaybeVoice> {
        let mut token = self.map_grants(|grants| grants.into_maybe_voice(Private));
        if let Some(grant) = grant {
            token.grants.set(Private).voice = Some(grant);
        }
        token
    }

    /// Adds each of `grants`, as the setters do one by one.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, Grants, Region, VideoGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let grants = Grants::from_list([VideoGrant::new().into()])?.without_voice()?;
    ///     let token = AccessToken::new().identity("john@example.com".parse()?).grants(grants);
    ///
    ///     let token = token.credentials(api_key).sign();
    ///     assert!(inspect(token.as_str()).grants().unwrap().video.is_some());
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

//! The states of the builder for its credentials and its identity.

use super::grant_state::NoVoice;
use crate::keys::ApiKeyCredentials;
use crate::sealed::{Private, Sealed};
use crate::values::{Identity, VoiceIdentity};

/// State of an access token that has credentials. Only [`ApiKeyCredentials`] implements it.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::access::{HasApiKey, NoVoice};
/// use twilio_capability::read::inspect;
/// use twilio_capability::{AccessToken, Anonymous, ApiKeyCredentials, Grants, SyncGrant, Token};
///
/// fn mint(token: &AccessToken<impl HasApiKey, Anonymous, Grants<NoVoice>>) -> Token {
///     token.sign()
/// }
///
/// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
///     let token = mint(&AccessToken::new().anonymous().sync(SyncGrant::default_service()).credentials(api_key));
///     assert_eq!(inspect(token.as_str()).issuer(), Some("SK00000000000000000000000000000000"));
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
#[diagnostic::on_unimplemented(
    message = "this access token has no API key to sign with",
    label = "add `.credentials(&api_key)` before this call, or `credentials &api_key;` inside `access_token!`",
    note = "`api_key` is an `ApiKeyCredentials`: `ApiKeyCredentials::from_env()?`"
)]
pub trait HasApiKey: Sealed {
    #[doc(hidden)]
    fn api_key(&self, _: Private) -> &ApiKeyCredentials;
}

#[diagnostic::do_not_recommend]
impl HasApiKey for ApiKeyCredentials {
    fn api_key(&self, _: Private) -> &ApiKeyCredentials {
        self
    }
}

/// State of an access token whose identity is not set yet.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{AccessToken, NoCredentials, NoIdentity};
///
/// let token: AccessToken<NoCredentials, NoIdentity> = AccessToken::new();
/// assert!(format!("{token:?}").contains("identity: NoIdentity"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct NoIdentity;

/// State of an access token without an identity, set by `.anonymous()`.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{AccessToken, Anonymous, NoCredentials};
///
/// let token: AccessToken<NoCredentials, Anonymous> = AccessToken::new().anonymous();
/// assert!(format!("{token:?}").contains("identity: Anonymous"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct Anonymous;

/// State of an access token that has an identity or was made anonymous.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::access::{HasIdentity, NoVoice, Suits};
/// use twilio_capability::read::inspect;
/// use twilio_capability::{AccessToken, ApiKeyCredentials, Grants, Token, VideoGrant};
///
/// fn mint<I: HasIdentity + Suits<NoVoice>>(token: &AccessToken<ApiKeyCredentials, I, Grants<NoVoice>>) -> Token {
///     token.sign()
/// }
///
/// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
///     let video = AccessToken::new().video(VideoGrant::new()).credentials(api_key);
///     let token = mint(&video.identity("zoë@example.com".parse()?));
///     assert_eq!(inspect(token.as_str()).grants().unwrap().identity.as_deref(), Some("zoë@example.com"));
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
#[diagnostic::on_unimplemented(
    message = "this access token has no identity",
    label = "add `.identity(identity)`, or `.voice_identity(identity)` for Voice, before this call",
    note = "for a token without an identity, add `.anonymous()`; most of Twilio's products need an identity"
)]
pub trait HasIdentity: Sealed {
    #[doc(hidden)]
    fn name(&self, _: Private) -> Option<&str>;
}

/// An identity that fits the grants of a token: any identity, or a [`VoiceIdentity`] if `Voice` is
/// [`WithVoice`](super::WithVoice).
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::access::{HasIdentity, Suits, WithVoice};
/// use twilio_capability::read::inspect;
/// use twilio_capability::{AccessToken, ApiKeyCredentials, Grants, Token, VoiceGrant};
///
/// /// Does not accept an `Identity`, because a Voice grant needs a `VoiceIdentity`.
/// fn mint<I>(token: &AccessToken<ApiKeyCredentials, I, Grants<WithVoice>>) -> Token
/// where
///     I: HasIdentity + Suits<WithVoice>,
/// {
///     token.sign()
/// }
///
/// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
///     let voice = AccessToken::new().voice(VoiceGrant::new().incoming()).credentials(api_key);
///     let token = mint(&voice.voice_identity("john".parse()?));
///     assert_eq!(inspect(token.as_str()).grants().unwrap().identity.as_deref(), Some("john"));
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
#[diagnostic::on_unimplemented(
    message = "a token with a `VoiceGrant` needs a `VoiceIdentity`, but this token has an `Identity`",
    label = "use `.voice_identity(identity)` instead of `.identity(identity)`",
    note = "a `VoiceIdentity` has only letters, digits and underscores: `VoiceIdentity::try_from(identity)?`, or `VoiceIdentity::escaped(user)?` for any user name"
)]
pub trait Suits<Voice> {}

impl Sealed for NoIdentity {}
impl Sealed for Anonymous {}
impl Sealed for Identity {}
impl Sealed for VoiceIdentity {}

#[diagnostic::do_not_recommend]
impl HasIdentity for Anonymous {
    fn name(&self, _: Private) -> Option<&str> {
        None
    }
}

#[diagnostic::do_not_recommend]
impl HasIdentity for Identity {
    fn name(&self, _: Private) -> Option<&str> {
        Some(self.as_str())
    }
}

#[diagnostic::do_not_recommend]
impl HasIdentity for VoiceIdentity {
    fn name(&self, _: Private) -> Option<&str> {
        Some(self.as_str())
    }
}

#[diagnostic::do_not_recommend]
impl Suits<NoVoice> for Identity {}

#[diagnostic::do_not_recommend]
impl<Voice> Suits<Voice> for VoiceIdentity {}

#[diagnostic::do_not_recommend]
impl<Voice> Suits<Voice> for Anonymous {}

// `HasIdentity` already reports a missing identity.
#[diagnostic::do_not_recommend]
impl<Voice> Suits<Voice> for NoIdentity {}

//! The states of the builder: what signs a token, and whom it is for.

use super::grant_state::NoVoice;
use crate::keys::ApiKeyCredentials;
use crate::sealed::{Private, Sealed};
use crate::values::{Identity, VoiceIdentity};

/// An access token that has credentials. [`ApiKeyCredentials`] alone implements it.
///
/// ```
/// # use twilio_capability_core::read::inspect;
/// use twilio_capability_core::access::{HasApiKey, NoVoice};
/// use twilio_capability_core::{AccessToken, Anonymous, ApiKeyCredentials, Grants, Token, VideoGrant};
///
/// fn mint(token: &AccessToken<impl HasApiKey, Anonymous, Grants<NoVoice>>) -> Token {
///     token.sign()
/// }
///
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// let token = mint(&AccessToken::new().anonymous().video(VideoGrant::new()).credentials(&api_key));
/// assert_eq!(inspect(token.as_str()).issuer(), Some("SK00000000000000000000000000000000"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "this access token has no API key to be signed with",
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

/// The state of an access token that does not say yet whom it is for.
///
/// ```
/// use twilio_capability_core::{AccessToken, NoCredentials, NoIdentity};
///
/// let token: AccessToken<NoCredentials, NoIdentity> = AccessToken::new();
/// assert!(format!("{token:?}").contains("identity: NoIdentity"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct NoIdentity;

/// The state of an access token that shall be for nobody in particular.
///
/// ```
/// use twilio_capability_core::{AccessToken, Anonymous, NoCredentials};
///
/// let token: AccessToken<NoCredentials, Anonymous> = AccessToken::new().anonymous();
/// assert!(format!("{token:?}").contains("identity: Anonymous"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct Anonymous;

/// An access token that says whom it is for, or that it is for nobody in particular.
///
/// ```
/// # use twilio_capability_core::read::inspect;
/// use twilio_capability_core::access::{HasIdentity, NoVoice, Suits};
/// use twilio_capability_core::{AccessToken, ApiKeyCredentials, Grants, Token, VideoGrant};
///
/// fn mint<I: HasIdentity + Suits<NoVoice>>(token: &AccessToken<ApiKeyCredentials, I, Grants<NoVoice>>) -> Token {
///     token.sign()
/// }
///
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// let video = AccessToken::new().video(VideoGrant::new()).credentials(&api_key);
/// let token = mint(&video.identity("zoë@example.com".parse()?));
/// assert_eq!(inspect(token.as_str()).grants().unwrap().identity.as_deref(), Some("zoë@example.com"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "this access token does not say whom it is for",
    label = "add `.identity(identity)`, or `.voice_identity(identity)` for Voice, before this call",
    note = "`.anonymous()` says that the token has no identity; most of Twilio's products need one"
)]
pub trait HasIdentity: Sealed {
    #[doc(hidden)]
    fn name(&self, _: Private) -> Option<&str>;
}

/// An identity that a token may have with its grants: any, or if `Voice` is [`WithVoice`](super::WithVoice) one that Voice
/// takes.
///
/// ```
/// # use twilio_capability_core::read::inspect;
/// use twilio_capability_core::access::{HasIdentity, Suits, WithVoice};
/// use twilio_capability_core::{AccessToken, ApiKeyCredentials, Grants, Token, VoiceGrant};
///
/// /// Takes no `Identity`: that does not suit a Voice grant.
/// fn mint<I>(token: &AccessToken<ApiKeyCredentials, I, Grants<WithVoice>>) -> Token
/// where
///     I: HasIdentity + Suits<WithVoice>,
/// {
///     token.sign()
/// }
///
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// let voice = AccessToken::new().voice(VoiceGrant::new().incoming()).credentials(&api_key);
/// let token = mint(&voice.voice_identity("john".parse()?));
/// assert_eq!(inspect(token.as_str()).grants().unwrap().identity.as_deref(), Some("john"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "a token with a `VoiceGrant` takes a `VoiceIdentity`, and not every `Identity`",
    label = "use `.voice_identity(identity)` in place of `.identity(identity)`",
    note = "`identity` is a `VoiceIdentity`, letters, digits and underscores: `VoiceIdentity::try_from(identity)?`"
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

// What is missing is said once, by `HasIdentity`.
#[diagnostic::do_not_recommend]
impl<Voice> Suits<Voice> for NoIdentity {}

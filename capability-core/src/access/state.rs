use crate::keys::ApiKeyCredentials;
use crate::sealed::{Private, Sealed};

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

use super::ApiKeyCredentials;
use crate::sealed::Sealed;

/// An access token that has credentials. [`ApiKeyCredentials`] alone implements it.
#[diagnostic::on_unimplemented(
    message = "this access token has no API key to be signed with",
    label = "add `.credentials(&api_key)` before this call, or `credentials &api_key;` inside `access_token!`",
    note = "`api_key` is an `ApiKeyCredentials`: `ApiKeyCredentials::from_env()?`"
)]
pub trait HasApiKey: Sealed {
    #[doc(hidden)]
    fn api_key(&self) -> &ApiKeyCredentials;
}

impl Sealed for ApiKeyCredentials {}

#[diagnostic::do_not_recommend]
impl HasApiKey for ApiKeyCredentials {
    fn api_key(&self) -> &ApiKeyCredentials {
        self
    }
}

use std::ffi::OsString;
use std::fmt;
use std::sync::Arc;

#[cfg(feature = "jsonwebtoken")]
use jsonwebtoken::crypto::CryptoProvider;

use super::env_error::{EnvError, both};
use super::environment::{ACCOUNT_SID, API_KEY, API_SECRET, Environment, process};
#[cfg(feature = "jsonwebtoken")]
use super::provider::ProviderError;
use super::signing_key::SigningKey;
use super::wiped_stack::on_wiped_stack;
use crate::sealed::Sealed;
use crate::values::{AccountSid, ApiKeySid, ApiSecret};

/// An account and one of its API keys: what signs access tokens.
///
/// Cheap to clone and to share between threads. The secret itself is not kept, except for a crypto provider
/// ([`with_provider`](Self::with_provider)), but only the state of the HMAC that it keys. Both are wiped from memory.
///
/// The three values have three types, so the mistakes behind most of Twilio's errors 20103 and 20107 are errors of
/// the compiler: an auth token is no [`ApiSecret`], and an account's SID no [`ApiKeySid`].
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::ApiKeyCredentials;
///
/// let api_key = ApiKeyCredentials::new(
///     "AC00000000000000000000000000000000".parse()?,
///     "SK00000000000000000000000000000000".parse()?,
///     "not_a_real_api_secret".parse()?,
/// );
/// assert!(format!("{api_key:?}").contains("[redacted]"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct ApiKeyCredentials(Arc<Inner>);

struct Inner {
    account: AccountSid,
    api_key: ApiKeySid,
    key: SigningKey,
}

impl ApiKeyCredentials {
    /// The variable that [`ApiKeyCredentials::from_env`] takes the account SID from.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ApiKeyCredentials;
    ///
    /// assert_eq!(ApiKeyCredentials::ACCOUNT_SID_VARIABLE, "TWILIO_ACCOUNT_SID");
    /// ```
    pub const ACCOUNT_SID_VARIABLE: &str = "TWILIO_ACCOUNT_SID";

    /// The variables that [`ApiKeyCredentials::from_env`] takes the SID of the API key from. Either is enough.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ApiKeyCredentials;
    ///
    /// assert_eq!(ApiKeyCredentials::API_KEY_VARIABLES, ["TWILIO_API_KEY", "TWILIO_API_KEY_SID"]);
    /// ```
    pub const API_KEY_VARIABLES: [&str; 2] = ["TWILIO_API_KEY", "TWILIO_API_KEY_SID"];

    /// The variables that [`ApiKeyCredentials::from_env`] takes the secret of the API key from. Either is enough.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ApiKeyCredentials;
    ///
    /// assert_eq!(ApiKeyCredentials::API_SECRET_VARIABLES, ["TWILIO_API_SECRET", "TWILIO_API_KEY_SECRET"]);
    /// ```
    pub const API_SECRET_VARIABLES: [&str; 2] = ["TWILIO_API_SECRET", "TWILIO_API_KEY_SECRET"];

    /// Credentials from values. Takes the secret so that it is wiped.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ApiKeyCredentials;
    ///
    /// let api_key = ApiKeyCredentials::new(
    ///     "AC00000000000000000000000000000000".parse()?,
    ///     "SK00000000000000000000000000000000".parse()?,
    ///     "not_a_real_api_secret".parse()?,
    /// );
    /// assert_eq!(api_key.api_key_sid().as_str(), "SK00000000000000000000000000000000");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "the secret is wiped when this returns")]
    pub fn new(account: AccountSid, api_key: ApiKeySid, secret: ApiSecret) -> Self {
        on_wiped_stack(|| Self::of(account, api_key, SigningKey::new(secret.as_bytes())))
    }

    /// Credentials from the environment.
    ///
    /// | value | variable |
    /// |---|---|
    /// | account SID | `TWILIO_ACCOUNT_SID` |
    /// | SID of the API key | `TWILIO_API_KEY` or `TWILIO_API_KEY_SID` |
    /// | secret of the API key | `TWILIO_API_SECRET` or `TWILIO_API_KEY_SECRET` |
    ///
    /// # Errors
    ///
    /// Names the variables that are missing or empty, or the first one that is not Unicode, not valid or a placeholder such as
    /// `your_api_secret`, or two variables of the same value that differ. The error contains no character of a value.
    ///
    /// `API_KEY`, `API_KEY_SID`, `API_SECRET` and `API_KEY_SECRET` are not read, because other services use these names
    /// too. The error mentions them if they are set; [`from_env_vars`](Self::from_env_vars) reads them.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ApiKeyCredentials;
    ///
    /// if let Err(error) = ApiKeyCredentials::from_env() {
    ///     // For example: the environment variable TWILIO_API_SECRET is not set
    ///     eprintln!("{error}");
    /// }
    /// ```
    pub fn from_env() -> Result<Self, EnvError> {
        Self::read(&process())
    }

    /// Credentials whose API key and secret are in two environment variables of other names. The account SID is in
    /// `TWILIO_ACCOUNT_SID`.
    ///
    /// # Errors
    ///
    /// As [`from_env`](Self::from_env).
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ApiKeyCredentials;
    ///
    /// match ApiKeyCredentials::from_env_vars("API_KEY", "API_SECRET") {
    ///     Ok(api_key) => println!("{}", api_key.api_key_sid()),
    ///     Err(error) => eprintln!("{error}"),
    /// }
    /// ```
    pub fn from_env_vars(api_key: &str, secret: &str) -> Result<Self, EnvError> {
        let process = process();
        Self::of_all(Self::account_from(&process), process.variable(api_key), process.variable(secret))
    }

    /// Credentials from what `read` returns for the variables of [`from_env`](Self::from_env): for configuration files
    /// and for tests. The values are wiped from memory.
    ///
    /// # Errors
    ///
    /// As [`from_env`](Self::from_env).
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use std::collections::HashMap;
    /// use std::ffi::OsString;
    ///
    /// use twilio_capability::ApiKeyCredentials;
    ///
    /// let file = HashMap::from([
    ///     ("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000000"),
    ///     ("TWILIO_API_KEY_SID", "SK00000000000000000000000000000000"),
    ///     ("TWILIO_API_KEY_SECRET", "not_a_real_api_secret"),
    /// ]);
    /// let api_key = ApiKeyCredentials::from_vars(|name| file.get(name).map(OsString::from))?;
    /// assert_eq!(api_key.api_key_sid().as_str(), "SK00000000000000000000000000000000");
    /// # Ok::<(), twilio_capability::EnvError>(())
    /// ```
    pub fn from_vars(read: impl Fn(&str) -> Option<OsString>) -> Result<Self, EnvError> {
        Self::read(&Environment(read))
    }

    /// Credentials whose tokens another provider signs; see
    /// [`AccountCredentials::with_provider`](crate::AccountCredentials::with_provider).
    ///
    /// # Errors
    ///
    /// The provider does not do HS256, or does it wrongly.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ApiKeyCredentials, crypto};
    ///
    /// let api_key = ApiKeyCredentials::with_provider(
    ///     "AC00000000000000000000000000000000".parse()?,
    ///     "SK00000000000000000000000000000000".parse()?,
    ///     "not_a_real_api_secret".parse()?,
    ///     &crypto::PROVIDER,
    /// )?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[expect(clippy::needless_pass_by_value, reason = "the secret is wiped when this returns")]
    #[cfg(feature = "jsonwebtoken")]
    pub fn with_provider(
        account: AccountSid,
        api_key: ApiKeySid,
        secret: ApiSecret,
        provider: &CryptoProvider,
    ) -> Result<Self, ProviderError> {
        on_wiped_stack(|| {
            Ok(Self::of(account, api_key, SigningKey::with_provider(secret.as_bytes(), provider)?))
        })
    }

    /// The account.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ApiKeyCredentials;
    ///
    /// fn check(api_key: &ApiKeyCredentials) {
    ///     assert_eq!(api_key.account_sid().as_str(), "AC00000000000000000000000000000000");
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn account_sid(&self) -> AccountSid {
        self.0.account
    }

    /// The API key.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountSid, ApiKeyCredentials};
    ///
    /// fn check(account: AccountSid) -> Result<(), Box<dyn std::error::Error>> {
    ///     let sid = "SK00000000000000000000000000000000".parse()?;
    ///     let api_key = ApiKeyCredentials::new(account, sid, "not_a_real_api_secret".parse()?);
    ///     assert_eq!((api_key.account_sid(), api_key.api_key_sid()), (account, sid));
    ///     Ok(())
    /// }
    /// # check("AC00000000000000000000000000000000".parse()?)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn api_key_sid(&self) -> ApiKeySid {
        self.0.api_key
    }

    pub(crate) fn key(&self) -> &SigningKey {
        &self.0.key
    }

    fn of(account: AccountSid, api_key: ApiKeySid, key: SigningKey) -> Self {
        Self(Arc::new(Inner { account, api_key, key }))
    }

    fn read(environment: &Environment<impl Fn(&str) -> Option<OsString>>) -> Result<Self, EnvError> {
        let instead = || {
            let [key, secret] = [API_KEY, API_SECRET].map(|names| environment.name_of(&names));
            format!("ApiKeyCredentials::from_env_vars({key:?}, {secret:?})")
        };
        Self::of_all(
            Self::account_from(environment),
            environment.value(&API_KEY, instead),
            environment.value(&API_SECRET, instead),
        )
    }

    fn of_all(
        account: Result<AccountSid, EnvError>,
        api_key: Result<ApiKeySid, EnvError>,
        secret: Result<ApiSecret, EnvError>,
    ) -> Result<Self, EnvError> {
        let ((account, api_key), secret) = both(both(account, api_key), secret)?;
        Ok(Self::new(account, api_key, secret))
    }

    fn account_from(
        environment: &Environment<impl Fn(&str) -> Option<OsString>>,
    ) -> Result<AccountSid, EnvError> {
        environment
            .value(&ACCOUNT_SID, || format!("AccountSid::from_env({:?})", environment.name_of(&ACCOUNT_SID)))
    }
}

impl Sealed for ApiKeyCredentials {}

impl fmt::Debug for ApiKeyCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiKeyCredentials")
            .field("account", &self.0.account)
            .field("api_key", &self.0.api_key)
            .field("key", &self.0.key)
            .finish()
    }
}

#[cfg(test)]
mod tests;

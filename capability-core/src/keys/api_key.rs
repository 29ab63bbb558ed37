use std::env;
use std::ffi::OsString;
use std::fmt;
use std::sync::Arc;

use jsonwebtoken::crypto::CryptoProvider;

use super::env::{EnvError, variable};
use super::provider::ProviderError;
use super::signing_key::SigningKey;
use crate::sealed::Sealed;
use crate::values::{AccountSid, ApiKeySid, ApiSecret};

/// An account and one of its API keys: what signs access tokens.
///
/// Cheap to clone and to share between threads. The secret itself is not kept, only the state of the HMAC that it
/// keys; both are wiped from memory when dropped.
///
/// The three values have three types, so the mistakes behind most of Twilio's errors 20103 and 20107 are errors of
/// the compiler: an auth token is no [`ApiSecret`], and an account's SID no [`ApiKeySid`].
///
/// ```
/// use twilio_capability_core::ApiKeyCredentials;
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
    /// # use twilio_capability_core::ApiKeyCredentials;
    /// assert_eq!(ApiKeyCredentials::ACCOUNT_SID_VARIABLE, "TWILIO_ACCOUNT_SID");
    /// ```
    pub const ACCOUNT_SID_VARIABLE: &str = "TWILIO_ACCOUNT_SID";

    /// The variables that [`ApiKeyCredentials::from_env`] takes the SID of the API key and its secret from.
    ///
    /// ```
    /// # use twilio_capability_core::ApiKeyCredentials;
    /// assert_eq!(ApiKeyCredentials::API_KEY_VARIABLES, ["TWILIO_API_KEY", "TWILIO_API_SECRET"]);
    /// ```
    pub const API_KEY_VARIABLES: [&str; 2] = ["TWILIO_API_KEY", "TWILIO_API_SECRET"];

    /// The variables that it takes them from where neither of those is set: some of Twilio's quickstarts call
    /// them so.
    ///
    /// ```
    /// # use twilio_capability_core::ApiKeyCredentials;
    /// assert_eq!(ApiKeyCredentials::SHORT_API_KEY_VARIABLES, ["API_KEY", "API_SECRET"]);
    /// ```
    pub const SHORT_API_KEY_VARIABLES: [&str; 2] = ["API_KEY", "API_SECRET"];

    /// Credentials from values. Takes the secret so that it is wiped.
    ///
    /// ```
    /// # use twilio_capability_core::ApiKeyCredentials;
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
        Self(Arc::new(Inner { account, api_key, key: SigningKey::new(secret.as_bytes()) }))
    }

    /// Credentials from `TWILIO_ACCOUNT_SID`, `TWILIO_API_KEY` and `TWILIO_API_SECRET`, or from `API_KEY` and
    /// `API_SECRET` where neither of the last two is set. The SID of a key and its secret are always of the same
    /// pair.
    ///
    /// # Errors
    ///
    /// Names the first variable that is missing, empty, not Unicode or not valid, and never a secret.
    ///
    /// ```
    /// use twilio_capability_core::ApiKeyCredentials;
    ///
    /// if let Err(error) = ApiKeyCredentials::from_env() {
    ///     // For example: the environment variable TWILIO_API_SECRET is not set
    ///     eprintln!("{error}");
    /// }
    /// ```
    pub fn from_env() -> Result<Self, EnvError> {
        Self::read(|name| env::var_os(name))
    }

    /// Credentials whose tokens another provider signs; see
    /// [`AccountCredentials::with_provider`](crate::AccountCredentials::with_provider).
    ///
    /// # Errors
    ///
    /// The provider does not do HS256, or does it wrongly.
    ///
    /// ```
    /// use twilio_capability_core::{ApiKeyCredentials, crypto};
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
    pub fn with_provider(
        account: AccountSid,
        api_key: ApiKeySid,
        secret: ApiSecret,
        provider: &CryptoProvider,
    ) -> Result<Self, ProviderError> {
        let key = SigningKey::with_provider(secret.as_bytes(), provider)?;
        Ok(Self(Arc::new(Inner { account, api_key, key })))
    }

    /// The account.
    ///
    /// ```
    /// # use twilio_capability_core::ApiKeyCredentials;
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// assert_eq!(api_key.account_sid().as_str(), "AC00000000000000000000000000000000");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn account_sid(&self) -> AccountSid {
        self.0.account
    }

    /// The API key.
    ///
    /// ```
    /// # use twilio_capability_core::ApiKeyCredentials;
    /// # let account = "AC00000000000000000000000000000000".parse()?;
    /// let sid = "SK00000000000000000000000000000000".parse()?;
    /// let api_key = ApiKeyCredentials::new(account, sid, "not_a_real_api_secret".parse()?);
    /// assert_eq!((api_key.account_sid(), api_key.api_key_sid()), (account, sid));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn api_key_sid(&self) -> ApiKeySid {
        self.0.api_key
    }

    pub(crate) fn key(&self) -> &SigningKey {
        &self.0.key
    }

    fn read(read: impl Fn(&str) -> Option<OsString>) -> Result<Self, EnvError> {
        let account = variable(Self::ACCOUNT_SID_VARIABLE, &read)?;
        // Never the key of one pair with the secret of the other: such a token has a wrong signature.
        let is_set = |variables: [&str; 2]| variables.iter().any(|name| read(name).is_some());
        let short = !is_set(Self::API_KEY_VARIABLES) && is_set(Self::SHORT_API_KEY_VARIABLES);
        let [key, secret] = if short { Self::SHORT_API_KEY_VARIABLES } else { Self::API_KEY_VARIABLES };
        Ok(Self::new(account, variable(key, &read)?, variable(secret, &read)?))
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
mod tests {
    use super::*;
    use crate::keys::env::EnvErrorKind;

    const ACCOUNT: &str = "AC0123456789abcdef0123456789abcdef";
    const KEY: &str = "SK0123456789abcdef0123456789abcdef";
    const OTHER: &str = "SK11111111111111111111111111111111";

    fn from(variables: &[(&str, &str)]) -> Result<ApiKeyCredentials, EnvError> {
        ApiKeyCredentials::read(|name| {
            let (_, value) = variables.iter().find(|(variable, _)| *variable == name)?;
            Some(OsString::from(value))
        })
    }

    #[test]
    fn the_environment_gives_credentials_by_either_spelling() {
        let account = ("TWILIO_ACCOUNT_SID", ACCOUNT);
        let long = from(&[account, ("TWILIO_API_KEY", KEY), ("TWILIO_API_SECRET", "x")]).unwrap();
        assert_eq!((long.account_sid().as_str(), long.api_key_sid().as_str()), (ACCOUNT, KEY));
        let short = from(&[account, ("API_KEY", KEY), ("API_SECRET", "x")]).unwrap();
        assert_eq!(short.api_key_sid().as_str(), KEY);
        assert_eq!(long.key().mac(b"m"), short.key().mac(b"m"));
        let both = from(&[
            account,
            ("TWILIO_API_KEY", KEY),
            ("TWILIO_API_SECRET", "x"),
            ("API_KEY", OTHER),
            ("API_SECRET", "y"),
        ]);
        assert_eq!(both.unwrap().api_key_sid().as_str(), KEY);
    }

    #[test]
    fn a_key_and_a_secret_of_two_pairs_do_not_mix() {
        let account = ("TWILIO_ACCOUNT_SID", ACCOUNT);
        let error = from(&[account, ("TWILIO_API_KEY", KEY), ("API_SECRET", "y")]).unwrap_err();
        assert_eq!((error.variable(), error.kind()), ("TWILIO_API_SECRET", EnvErrorKind::Missing));
        let error = from(&[account, ("API_KEY", OTHER), ("TWILIO_API_SECRET", "x")]).unwrap_err();
        assert_eq!((error.variable(), error.kind()), ("TWILIO_API_KEY", EnvErrorKind::Missing));
    }

    #[test]
    fn each_trouble_names_the_variable_and_no_value() {
        let account = ("TWILIO_ACCOUNT_SID", ACCOUNT);
        let key = ("TWILIO_API_KEY", KEY);
        for (variables, variable, kind, says) in [
            (vec![], "TWILIO_ACCOUNT_SID", EnvErrorKind::Missing, "is not set"),
            (vec![account], "TWILIO_API_KEY", EnvErrorKind::Missing, "is not set"),
            (vec![account, key], "TWILIO_API_SECRET", EnvErrorKind::Missing, "is not set"),
            (vec![account, ("API_KEY", KEY)], "API_SECRET", EnvErrorKind::Missing, "is not set"),
            (
                vec![account, key, ("TWILIO_API_SECRET", "hunter2\n")],
                "TWILIO_API_SECRET",
                EnvErrorKind::Invalid,
                "character 8 of this API secret is white space",
            ),
            (
                vec![account, ("TWILIO_API_KEY", ACCOUNT), ("TWILIO_API_SECRET", "hunter2")],
                "TWILIO_API_KEY",
                EnvErrorKind::Invalid,
                "this is an account SID, not an API key SID",
            ),
            (
                vec![account, ("TWILIO_API_KEY", "0123456789abcdef0123456789abcdef")],
                "TWILIO_API_KEY",
                EnvErrorKind::Invalid,
                "this looks like a secret",
            ),
        ] {
            let error = from(&variables).unwrap_err();
            assert_eq!((error.variable(), error.kind()), (variable, kind));
            let shown = format!("{error} {error:#} {error:?}");
            assert!(shown.contains(says), "{shown}");
            assert!(!shown.contains("hunter") && !shown.contains("0123"), "{shown}");
        }
    }

    #[test]
    fn credentials_are_shared_between_threads_and_show_no_secret() {
        fn shared<T: Send + Sync + Clone + 'static>(_: &T) {}
        let api_key = ApiKeyCredentials::new(
            ACCOUNT.parse().unwrap(),
            KEY.parse().unwrap(),
            "hunter2".parse().unwrap(),
        );
        shared(&api_key);
        let shown = format!("{api_key:?}");
        assert!(shown.contains(ACCOUNT) && shown.contains(KEY) && !shown.contains("hunter"), "{shown}");
    }
}

use std::ffi::OsString;
use std::fmt;
use std::sync::Arc;

#[cfg(feature = "jsonwebtoken")]
use jsonwebtoken::crypto::CryptoProvider;

use super::env_error::{EnvError, both};
use super::environment::{ACCOUNT_SID, AUTH_TOKEN, Environment, process};
#[cfg(feature = "jsonwebtoken")]
use super::provider::ProviderError;
use super::signing_key::SigningKey;
use super::wiped_stack::on_wiped_stack;
use crate::sealed::Sealed;
use crate::values::{AccountSid, AuthToken};

/// An account and the key that its auth token is: what signs capability tokens.
///
/// Cheap to clone and to share between threads. The auth token itself is not kept, except for a crypto provider
/// ([`with_provider`](Self::with_provider)), but only the state of the HMAC that it keys. Both are wiped from memory.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::AccountCredentials;
///
/// let account = AccountCredentials::new(
///     "AC00000000000000000000000000000000".parse()?,
///     "not_a_real_auth_token".parse()?,
/// );
/// assert!(format!("{account:?}").contains("[redacted]"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct AccountCredentials(Arc<Inner>);

struct Inner {
    account: AccountSid,
    key: SigningKey,
}

impl AccountCredentials {
    /// The variable that [`AccountCredentials::from_env`] takes the account SID from.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::AccountCredentials;
    ///
    /// assert_eq!(AccountCredentials::ACCOUNT_SID_VARIABLE, "TWILIO_ACCOUNT_SID");
    /// ```
    pub const ACCOUNT_SID_VARIABLE: &str = "TWILIO_ACCOUNT_SID";

    /// The variable that [`AccountCredentials::from_env`] takes the auth token from.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::AccountCredentials;
    ///
    /// assert_eq!(AccountCredentials::AUTH_TOKEN_VARIABLE, "TWILIO_AUTH_TOKEN");
    /// ```
    pub const AUTH_TOKEN_VARIABLE: &str = "TWILIO_AUTH_TOKEN";

    /// Credentials from values. Takes the auth token so that it is wiped.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::AccountCredentials;
    ///
    /// let account = AccountCredentials::new(
    ///     "AC00000000000000000000000000000000".parse()?,
    ///     "not_a_real_auth_token".parse()?,
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "the secret is wiped when this returns")]
    pub fn new(account: AccountSid, auth_token: AuthToken) -> Self {
        on_wiped_stack(|| Self::of(account, SigningKey::new(auth_token.as_bytes())))
    }

    /// Credentials from `TWILIO_ACCOUNT_SID` and `TWILIO_AUTH_TOKEN`.
    ///
    /// # Errors
    ///
    /// Names the variables that are missing or empty, or the first one that is not Unicode, not valid or a placeholder such as
    /// `your_auth_token`. The error contains no character of a value.
    ///
    /// `ACCOUNT_SID` and `AUTH_TOKEN` are not read, because other services use these names too. The error mentions them
    /// if they are set; [`from_env_vars`](Self::from_env_vars) reads them.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::AccountCredentials;
    ///
    /// match AccountCredentials::from_env() {
    ///     Ok(account) => println!("{}", account.account_sid()),
    ///     Err(error) => eprintln!("{}: {error}", error.variable()),
    /// }
    /// ```
    pub fn from_env() -> Result<Self, EnvError> {
        Self::read(&process())
    }

    /// Credentials from two environment variables of other names.
    ///
    /// # Errors
    ///
    /// As [`from_env`](Self::from_env).
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::AccountCredentials;
    ///
    /// match AccountCredentials::from_env_vars("ACCOUNT_SID", "AUTH_TOKEN") {
    ///     Ok(account) => println!("{}", account.account_sid()),
    ///     Err(error) => eprintln!("{error}"),
    /// }
    /// ```
    pub fn from_env_vars(account_sid: &str, auth_token: &str) -> Result<Self, EnvError> {
        let process = process();
        let (account, auth_token) = both(process.variable(account_sid), process.variable(auth_token))?;
        Ok(Self::new(account, auth_token))
    }

    /// Credentials from what `read` returns for `TWILIO_ACCOUNT_SID` and `TWILIO_AUTH_TOKEN`: for configuration files
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
    /// use twilio_capability::AccountCredentials;
    ///
    /// let file = HashMap::from([
    ///     ("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000000"),
    ///     ("TWILIO_AUTH_TOKEN", "not_a_real_auth_token"),
    /// ]);
    /// let account = AccountCredentials::from_vars(|name| file.get(name).map(OsString::from))?;
    /// assert_eq!(account.account_sid().as_str(), "AC00000000000000000000000000000000");
    /// # Ok::<(), twilio_capability::EnvError>(())
    /// ```
    pub fn from_vars(read: impl Fn(&str) -> Option<OsString>) -> Result<Self, EnvError> {
        Self::read(&Environment(read))
    }

    /// Credentials whose tokens another provider signs, for example `jsonwebtoken`'s aws-lc one where FIPS is
    /// required (feature `aws_lc_rs`). Only these credentials use it; the provider of the process is neither
    /// read nor set.
    ///
    /// The credentials keep the auth token itself, because the provider needs it for each signature. It is wiped when they
    /// are dropped.
    ///
    /// The provider signs and verifies a trial message here. What happens if it fails later:
    ///
    /// - It returns an error or a signature of the wrong length: the built-in HMAC signs, and the bytes are the same.
    /// - It returns a wrong signature of the right length: nothing notices it, because that would take a second HMAC for each
    ///   token. Twilio refuses the token.
    /// - It cannot create a verifier, or refuses a right signature: verifying is an error of kind
    ///   [`Provider`](crate::VerifyErrorKind::Provider).
    /// - It accepts a wrong signature: nothing notices it. Whoever chooses a provider trusts it.
    ///
    /// # Errors
    ///
    /// The provider does not support HS256, or it gave a wrong result.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, crypto};
    ///
    /// let account = AccountCredentials::with_provider(
    ///     "AC00000000000000000000000000000000".parse()?,
    ///     "not_a_real_auth_token".parse()?,
    ///     &crypto::PROVIDER,
    /// )?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[expect(clippy::needless_pass_by_value, reason = "the secret is wiped when this returns")]
    #[cfg(feature = "jsonwebtoken")]
    pub fn with_provider(
        account: AccountSid,
        auth_token: AuthToken,
        provider: &CryptoProvider,
    ) -> Result<Self, ProviderError> {
        on_wiped_stack(|| Ok(Self::of(account, SigningKey::with_provider(auth_token.as_bytes(), provider)?)))
    }

    /// The account.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::AccountCredentials;
    ///
    /// let sid = "AC00000000000000000000000000000000".parse()?;
    /// let account = AccountCredentials::new(sid, "not_a_real_auth_token".parse()?);
    /// assert_eq!(account.account_sid(), sid);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn account_sid(&self) -> AccountSid {
        self.0.account
    }

    /// The same account with another auth token, and the same provider. If the provider fails with that auth token, verifying
    /// with it is an error.
    #[expect(clippy::needless_pass_by_value, reason = "the secret is wiped when this returns")]
    pub(crate) fn with_auth_token(&self, auth_token: AuthToken) -> Self {
        on_wiped_stack(|| Self::of(self.0.account, self.0.key.with_secret(auth_token.as_bytes())))
    }

    pub(crate) fn key(&self) -> &SigningKey {
        &self.0.key
    }

    fn of(account: AccountSid, key: SigningKey) -> Self {
        Self(Arc::new(Inner { account, key }))
    }

    fn read(environment: &Environment<impl Fn(&str) -> Option<OsString>>) -> Result<Self, EnvError> {
        let instead = || {
            let [sid, token] = [ACCOUNT_SID, AUTH_TOKEN].map(|names| environment.name_of(&names));
            format!("AccountCredentials::from_env_vars({sid:?}, {token:?})")
        };
        let (account, auth_token) =
            both(environment.value(&ACCOUNT_SID, instead), environment.value(&AUTH_TOKEN, instead))?;
        Ok(Self::new(account, auth_token))
    }
}

impl Sealed for AccountCredentials {}

impl fmt::Debug for AccountCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccountCredentials")
            .field("account", &self.0.account)
            .field("key", &self.0.key)
            .finish()
    }
}

#[cfg(test)]
mod tests;

use std::fmt;
use std::time::Duration;

use serde::ser::{Serialize, Serializer};

use crate::values::UnixTime;

/// A signed token: what the browser or the phone gets.
///
/// `Display`, `AsRef<str>`, `Serialize` and `String::from` give the JWT. Whoever has it has the rights it
/// grants until it expires, so `Debug` hides it.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{AccountCredentials, ClientCapability, ClientName};
///
/// let account = AccountCredentials::new(
///     "AC00000000000000000000000000000000".parse()?,
///     "not_a_real_auth_token".parse()?,
/// );
/// let token = ClientCapability::new().incoming("john".parse()?).credentials(&account).sign();
///
/// assert_eq!(token.as_str().split('.').count(), 3);
/// assert_eq!(format!("{token:?}"), "Token([redacted])");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Token {
    jwt: String,
    expires_at: UnixTime,
}

impl Token {
    pub(crate) fn new(jwt: String, expires_at: UnixTime) -> Self {
        Self { jwt, expires_at }
    }

    /// The JWT: three base64url parts, joined by dots.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, ClientCapability, EventStream, Ttl, UnixTime};
    ///
    /// fn check(account: &AccountCredentials) {
    ///     let capability = ClientCapability::new().events(EventStream::new()).credentials(account);
    ///     let token = capability.sign_at(UnixTime::EPOCH);
    ///     assert!(token.as_str().starts_with("eyJ"));
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.jwt
    }

    /// The first second in which it is no longer valid: its `exp` claim.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, ClientCapability, EventStream, Ttl, UnixTime};
    ///
    /// fn check(account: &AccountCredentials) {
    ///     let capability = ClientCapability::new().events(EventStream::new()).credentials(account);
    ///     let token = capability.sign_at(UnixTime::EPOCH);
    ///     assert_eq!(token.expires_at(), UnixTime::EPOCH.after(Ttl::default()));
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn expires_at(&self) -> UnixTime {
        self.expires_at
    }

    /// How long the token is still valid by the system's clock; zero once it has expired.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use std::time::Duration;
    ///
    /// use twilio_capability::{AccountCredentials, ClientCapability, EventStream};
    ///
    /// fn check(account: &AccountCredentials) {
    ///     let token = ClientCapability::new().events(EventStream::new()).credentials(account).sign();
    ///     assert!(token.expires_in() > Duration::from_secs(3500));
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn expires_in(&self) -> Duration {
        self.expires_in_at(UnixTime::now())
    }

    /// How long the token is still valid at `now`; zero once it has expired.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use std::time::Duration;
    ///
    /// use twilio_capability::{AccountCredentials, ClientCapability, EventStream, UnixTime};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let capability = ClientCapability::new().events(EventStream::new()).credentials(account);
    ///     let token = capability.sign_at(UnixTime::EPOCH);
    ///     assert_eq!(token.expires_in_at(UnixTime::from_secs(3599)?), Duration::from_secs(1));
    ///     assert_eq!(token.expires_in_at(UnixTime::MAX), Duration::ZERO);
    ///     Ok(())
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn expires_in_at(&self, now: UnixTime) -> Duration {
        Duration::from_secs(self.expires_at.as_secs().saturating_sub(now.as_secs()))
    }
}

impl AsRef<str> for Token {
    fn as_ref(&self) -> &str {
        &self.jwt
    }
}

impl From<Token> for String {
    fn from(token: Token) -> Self {
        token.jwt
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.jwt)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token([redacted])")
    }
}

impl Serialize for Token {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.jwt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_its_text_and_hides_its_signature_from_logs() {
        let token = Token::new("header.claims.signature".to_owned(), UnixTime::EPOCH);
        assert_eq!((token.as_ref(), token.to_string().as_str()), (token.as_str(), "header.claims.signature"));
        assert_eq!(format!("{token:>24}"), " header.claims.signature");
        assert_eq!(format!("{token:?}"), "Token([redacted])");
        assert_eq!(serde_json::to_string(&token).unwrap(), "\"header.claims.signature\"");
        assert_eq!(String::from(token), "header.claims.signature");
    }

    #[test]
    fn the_time_that_is_left_ends_at_zero() {
        let time = |seconds| UnixTime::from_secs(seconds).unwrap();
        let token = Token::new(String::new(), time(1000));
        for (now, left) in [(0, 1000), (999, 1), (1000, 0), (1001, 0)] {
            assert_eq!(token.expires_in_at(time(now)), Duration::from_secs(left));
        }
        assert_eq!(token.expires_in(), Duration::ZERO);
        assert!(Token::new(String::new(), UnixTime::MAX).expires_in() > Duration::from_secs(1000));
    }
}

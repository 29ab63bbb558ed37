//! The properties that every verified token has. Only a verifier creates them.

use crate::jwt::Validity;

/// The key of a verifier that made the signature.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::MatchedKey;
/// use twilio_capability::{AccountCredentials, ClientCapability, Verifier};
///
/// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
///     let token = ClientCapability::new().incoming("john".parse()?).credentials(account).sign();
///
///     let capability = Verifier::capability(account).verify(token.as_str())?;
///     assert_eq!(capability.matched_key(), MatchedKey::Primary);
///     Ok(())
/// }
/// # let account = AccountCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "not_a_real_auth_token".parse()?,
/// # );
/// # check(&account)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum MatchedKey {
    /// The key of the credentials that the verifier was created with.
    Primary,
    /// The key of [`Verifier::or_auth_token`](crate::Verifier::or_auth_token) or [`Verifier::or_api_key`](crate::Verifier::or_api_key).
    Secondary,
}

/// The properties of a verified token that do not depend on its family.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Verification {
    pub(crate) validity: Validity,
    pub(crate) matched_key: MatchedKey,
}

/// Generates the accessors of a verified token that has a field `verification`.
macro_rules! verification_accessors {
    () => {
        /// The time when the token expires: the first second in which it is no longer valid.
        ///
        /// ```
        /// # extern crate twilio_capability_core as twilio_capability;
        /// use twilio_capability::{AccountCredentials, ClientCapability, Verifier};
        ///
        /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
        ///     let token = ClientCapability::new().incoming("john".parse()?).credentials(account).sign();
        ///     let capability = Verifier::capability(account).verify(token.as_str())?;
        ///     assert_eq!(capability.expires_at(), token.expires_at());
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
        pub fn expires_at(&self) -> $crate::values::UnixTime {
            self.verification.validity.expires_at
        }

        /// The first second in which the token is valid, if it has an `nbf` claim.
        ///
        /// ```
        /// # extern crate twilio_capability_core as twilio_capability;
        /// use twilio_capability::{AccountCredentials, ClientCapability, UnixTime, Verifier};
        ///
        /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
        ///     let start = UnixTime::from_secs(1_700_000_000)?;
        ///     let capability = ClientCapability::new().incoming("john".parse()?).not_before(start);
        ///     let token = capability.credentials(account).sign_at(start);
        ///     let verified = Verifier::capability(account).verify_at(token.as_str(), start)?;
        ///     assert_eq!(verified.not_before(), Some(start));
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
        pub fn not_before(&self) -> Option<$crate::values::UnixTime> {
            self.verification.validity.not_before
        }

        /// The time when the token was issued, if it has an `iat` claim. Tokens of Twilio's Node.js library have one.
        ///
        /// ```
        /// # extern crate twilio_capability_core as twilio_capability;
        /// use twilio_capability::{AccountCredentials, UnixTime, Verifier};
        ///
        /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
        ///     let now = UnixTime::from_secs(1_700_000_060)?;
        ///     let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWVudDppbmNvbWluZz9jbGllbnROYW1lPWpvaG4iLCJpc3MiOiJBQzAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwIiwiZXhwIjoxNzAwMDAzNjAwLCJpYXQiOjE3MDAwMDAwMDB9.5L2CCjy1BgXmPxVLAlEETcGMQn6dXaQE15vqrOcvfDc";
        ///     // A token with `iat`, which Twilio's library for Node.js writes.
        ///     let verified = Verifier::capability(account).verify_at(token, now)?;
        ///     assert_eq!(verified.issued_at().unwrap().as_secs(), 1_700_000_000);
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
        pub fn issued_at(&self) -> Option<$crate::values::UnixTime> {
            self.verification.validity.issued_at
        }

        /// The key that made the signature.
        ///
        /// ```
        /// # extern crate twilio_capability_core as twilio_capability;
        /// use twilio_capability::read::MatchedKey;
        /// use twilio_capability::{AccountCredentials, ClientCapability, Verifier};
        ///
        /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
        ///     let token = ClientCapability::new().incoming("john".parse()?).credentials(account).sign();
        ///     let verifier = Verifier::capability(account).or_auth_token("the_next_auth_token".parse()?);
        ///     assert_eq!(verifier.verify(token.as_str())?.matched_key(), MatchedKey::Primary);
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
        pub fn matched_key(&self) -> $crate::verify::MatchedKey {
            self.verification.matched_key
        }
    };
}

pub(crate) use verification_accessors;

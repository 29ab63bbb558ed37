use std::error::Error;

use super::builder::ClientCapability;
use super::marks::{MARKS, SCOPE_CLAIM};
use super::read_scopes::{ReadScope, ReadScopes};
use super::scope_error::ScopeError;
use super::token_prefix;
use crate::jwt::{Clock, Validity, VerifyError, VerifyErrorKind, claim, claims, header, twilio_code};
use crate::keys::AccountCredentials;
use crate::values::{AccountSid, AuthToken, refuse_too_long};
use crate::verify::{Family, FamilyReader, Opened, Verification, Verifier, verification_accessors};

/// Contents of a client capability token that was verified.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{MatchedKey, Verifier};
/// use twilio_capability::{AccountCredentials, ClientCapability, ClientName, UnixTime};
///
/// let account = AccountCredentials::new(
///     "AC00000000000000000000000000000000".parse()?,
///     "not_a_real_auth_token".parse()?,
/// );
/// let now = UnixTime::from_secs(1_700_000_000)?;
/// let token = ClientCapability::new()
///     .incoming(ClientName::from_static("john"))
///     .credentials(&account)
///     .sign_at(now);
///
/// let capability = Verifier::capability(&account).verify_at(token.as_str(), now)?;
/// assert_eq!(capability.scopes().to_string(), "can receive calls to \"john\"");
/// assert_eq!(capability.issuer(), account.account_sid());
/// assert_eq!(capability.expires_at(), token.expires_at());
/// assert_eq!((capability.not_before(), capability.issued_at()), (None, None));
/// assert_eq!(capability.matched_key(), MatchedKey::Primary);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerifiedCapability {
    scopes: ReadScopes,
    issuer: AccountSid,
    verification: Verification,
}

impl VerifiedCapability {
    /// The scopes of the token. A token of Twilio's libraries can have no scope.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, ClientCapability, Verifier};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let token = ClientCapability::new().incoming("john".parse()?).credentials(account).sign();
    ///     let capability = Verifier::capability(account).verify(token.as_str())?;
    ///     assert_eq!(capability.scopes().to_string(), "can receive calls to \"john\"");
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
    pub fn scopes(&self) -> &ReadScopes {
        &self.scopes
    }

    /// The account that issued the token. It is always the account of the verifier.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, ClientCapability, Verifier};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let token = ClientCapability::new().incoming("john".parse()?).credentials(account).sign();
    ///     let capability = Verifier::capability(account).verify(token.as_str())?;
    ///     assert_eq!(capability.issuer().as_str(), "AC00000000000000000000000000000000");
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
    pub fn issuer(&self) -> AccountSid {
        self.issuer
    }

    verification_accessors! {}
}

impl Verifier<ClientCapability> {
    /// Creates a verifier for the client capability tokens of this account.
    ///
    /// If the credentials have a crypto provider, the provider checks the signatures.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, ClientCapability, ClientName, Verifier};
    ///
    /// let account = AccountCredentials::new(
    ///     "AC00000000000000000000000000000000".parse()?,
    ///     "not_a_real_auth_token".parse()?,
    /// );
    /// let token = ClientCapability::new().incoming(ClientName::from_static("john")).credentials(&account).sign();
    ///
    /// let capability = Verifier::capability(&account).verify(token.as_str())?;
    /// assert_eq!(capability.scopes().to_string(), "can receive calls to \"john\"");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn capability(account: &AccountCredentials) -> Self {
        Self::new(account)
    }

    /// Also accepts tokens that are signed with this auth token of the same account.
    ///
    /// An account has two auth tokens while its auth token is being changed. Calling this again replaces the second
    /// one.
    ///
    /// If the credentials have a crypto provider, it signs and verifies a trial message with this auth token. If that fails,
    /// a token that the first auth token did not sign is an error of kind
    /// [`Provider`](crate::VerifyErrorKind::Provider).
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{MatchedKey, Verifier};
    /// use twilio_capability::{AccountCredentials, ClientCapability, ClientName};
    ///
    /// let sid = "AC00000000000000000000000000000000".parse()?;
    /// let before = AccountCredentials::new(sid, "not_a_real_auth_token".parse()?);
    /// let account = AccountCredentials::new(sid, "the_next_auth_token".parse()?);
    /// let verifier = Verifier::capability(&account).or_auth_token("not_a_real_auth_token".parse()?);
    ///
    /// let token = ClientCapability::new().incoming(ClientName::from_static("john")).credentials(&before).sign();
    /// let capability = verifier.verify(token.as_str())?;
    /// assert_eq!(capability.matched_key(), MatchedKey::Secondary);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn or_auth_token(self, secondary: AuthToken) -> Self {
        let other = self.credentials().with_auth_token(secondary);
        self.or(other)
    }
}

#[diagnostic::do_not_recommend]
impl Family for ClientCapability {
    type Credentials = AccountCredentials;
    type Verified = VerifiedCapability;

    const READER: FamilyReader<Self> = FamilyReader {
        marks: &MARKS,
        key: token_prefix::key,
        usual_headers: header::USUAL,
        check_header: |_| Ok(()),
        read,
    };
}

fn read(token: &Opened<'_, AccountCredentials>, clock: Clock) -> Result<VerifiedCapability, VerifyError> {
    let claims = &token.claims;
    let issuer = claims::string(claims, claim::ISSUER)?;
    let scope = claims::string(claims, SCOPE_CLAIM)?;
    let validity = Validity::read(claims)?;
    let account = token.by.account_sid();
    if issuer != account.as_str() {
        let error = VerifyError::claim(VerifyErrorKind::Mismatch, claim::ISSUER);
        return Err(error.expecting("the token was issued by another account"));
    }
    validity.check(clock)?;
    let scopes: ReadScopes = scope.parse().map_err(malformed_scope)?;
    for name in scopes.iter().filter_map(ReadScope::client_name) {
        refuse_too_long(name).map_err(|error| {
            VerifyError::invalid(SCOPE_CLAIM, error).code(twilio_code::INVALID_CLIENT_NAME)
        })?;
    }
    Ok(VerifiedCapability {
        scopes,
        issuer: account,
        verification: Verification { validity, matched_key: token.matched_key },
    })
}

pub(super) fn malformed_scope(error: ScopeError) -> VerifyError {
    VerifyError::malformed(SCOPE_CLAIM, error.position(), error)
}

impl VerifyError {
    /// The error in the `scope` claim, if that claim cannot be read.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{ScopeErrorKind, Verifier};
    /// use twilio_capability::{AccountCredentials, UnixTime};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let now = UnixTime::from_secs(1_700_000_000)?;
    ///     let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWVudDppbmNvbWluZz9jbGllbnROYW1lPSU0IiwiaXNzIjoiQUMwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMCIsImV4cCI6MTcwMDAwMzYwMH0.c-wEpYqD4iFu0Or8wHSImc3_4OyUzj6_h474xuJ0iig";
    ///     // The scope is `scope:client:incoming?clientName=%4`.
    ///     let error = Verifier::capability(account).verify_at(token, now).unwrap_err();
    ///     assert_eq!(error.scope().unwrap().kind(), ScopeErrorKind::Escape);
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
    pub fn scope(&self) -> Option<&ScopeError> {
        self.source()?.downcast_ref()
    }
}

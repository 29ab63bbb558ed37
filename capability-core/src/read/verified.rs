use super::ReadScopes;
use crate::{AccountSid, UnixTime};

/// What a token says, after its signature, issuer and times were checked. Only a
/// [`Verifier`](super::Verifier) makes one.
///
/// ```
/// use twilio_capability_core::read::{MatchedKey, Verifier};
/// use twilio_capability_core::{AccountCredentials, ClientCapability, ClientName, UnixTime};
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
/// let capability = Verifier::new(&account).verify_at(token.as_str(), now)?;
/// assert_eq!(capability.scopes().to_string(), "take calls to \"john\"");
/// assert_eq!(capability.issuer(), account.account_sid());
/// assert_eq!(capability.expires_at(), token.expires_at());
/// assert_eq!(capability.matched_key(), MatchedKey::Primary);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerifiedCapability {
    pub(super) scopes: ReadScopes,
    pub(super) issuer: AccountSid,
    pub(super) expires_at: UnixTime,
    pub(super) not_before: Option<UnixTime>,
    pub(super) issued_at: Option<UnixTime>,
    pub(super) matched_key: MatchedKey,
}

/// Which of a verifier's keys made the signature.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum MatchedKey {
    /// The auth token of the credentials.
    Primary,
    /// The one given to [`Verifier::or_auth_token`](super::Verifier::or_auth_token).
    Secondary,
}

impl VerifiedCapability {
    /// What the token allows. Tokens of Twilio's libraries may allow nothing.
    #[must_use]
    pub fn scopes(&self) -> &ReadScopes {
        &self.scopes
    }

    /// The account that issued it: always the one of the verifier.
    #[must_use]
    pub fn issuer(&self) -> AccountSid {
        self.issuer
    }

    /// The first second in which it is no longer valid.
    #[must_use]
    pub fn expires_at(&self) -> UnixTime {
        self.expires_at
    }

    /// The first second in which it is valid, if it says.
    #[must_use]
    pub fn not_before(&self) -> Option<UnixTime> {
        self.not_before
    }

    /// When it was issued, if it says: tokens of Twilio's node library do.
    #[must_use]
    pub fn issued_at(&self) -> Option<UnixTime> {
        self.issued_at
    }

    /// Which key made the signature.
    #[must_use]
    pub fn matched_key(&self) -> MatchedKey {
        self.matched_key
    }
}

use std::fmt;

use super::encode::{PartialToken, Room, TokenPrefix};
use super::time_settings::TimeSettings;
use super::token::Token;
use crate::keys::AccountCredentials;
use crate::values::UnixTime;

/// The largest number of bytes of claims that are not prepared: two carried bytes, two times of twelve digits, `,"nbf":` and
/// `}`.
const END_LEN: usize = 2 + 12 + 7 + 12 + 1;

/// A capability that is prepared for signing many times, made by [`ClientCapability::prepare`] or
/// [`TaskRouterCapability::prepare`].
///
/// Everything that does not depend on the time is already encoded and hashed. Each call mints a new token, equal to the
/// one that [`sign`](crate::ClientCapability::sign) returns in that second. The work that is left is about two
/// thirds of the HMAC over a whole token.
///
/// If the credentials have a crypto provider ([`AccountCredentials::with_provider`]), that provider signs the whole
/// token each time, because a provider cannot continue a hash that was started elsewhere. Then only the encoding is
/// saved.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{AccountCredentials, ClientCapability, ClientName, Prepared};
///
/// let account = AccountCredentials::new(
///     "AC00000000000000000000000000000000".parse()?,
///     "not_a_real_auth_token".parse()?,
/// );
/// let lobby: Prepared =
///     ClientCapability::new().incoming(ClientName::from_static("lobby")).credentials(&account).prepare();
///
/// let token = lobby.mint();
/// assert_eq!(token.as_str().split('.').count(), 3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [`ClientCapability::prepare`]: crate::ClientCapability::prepare
/// [`TaskRouterCapability::prepare`]: crate::TaskRouterCapability::prepare
#[must_use = "a prepared capability is not a token yet: call `.mint()`"]
pub struct Prepared {
    partial: PartialToken,
    times: TimeSettings,
    /// The claims after the value of `exp`.
    end: Vec<u8>,
    account: AccountCredentials,
}

impl Prepared {
    /// `claims` is the JSON from the end of `prefix` up to the value of `exp`.
    pub(crate) fn new(
        prefix: TokenPrefix<'static>,
        claims: &[u8],
        account: &AccountCredentials,
        times: TimeSettings,
    ) -> Self {
        let mut end = Vec::new();
        times.end_claims(&mut end);
        let partial = PartialToken::new(prefix, claims, account.key());
        Self { partial, times, end, account: account.clone() }
    }

    /// Mints a token. The system's clock gives the time.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, ClientCapability, EventStream};
    ///
    /// fn check(account: &AccountCredentials) {
    ///     let prepared = ClientCapability::new().events(EventStream::new()).credentials(account).prepare();
    ///     let (one, other) = (prepared.mint(), prepared.mint());
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use = "the token is what the client needs"]
    pub fn mint(&self) -> Token {
        self.mint_at(UnixTime::now())
    }

    /// Mints a token as if the time were `now`.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, ClientCapability, ClientName, UnixTime};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let capability = ClientCapability::new().incoming(ClientName::from_static("lobby")).credentials(account);
    ///     let token = capability.prepare().mint_at(UnixTime::from_secs(1_700_000_000)?);
    ///     assert_eq!(token.expires_at().as_secs(), 1_700_003_600);
    ///     Ok(())
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use = "the token is what the client needs"]
    pub fn mint_at(&self, now: UnixTime) -> Token {
        let expires_at = self.times.expiry(now);
        let mut jwt = String::new();
        self.write(expires_at, &mut jwt);
        Token::new(jwt, expires_at)
    }

    /// Mints a token into `jwt`, replacing its content. The system's clock gives the time.
    ///
    /// Allocates nothing if `jwt` has enough capacity, for example because it holds an earlier token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, ClientCapability, ClientName};
    ///
    /// fn check(account: &AccountCredentials) {
    ///     let lobby = ClientCapability::new().incoming(ClientName::from_static("lobby")).credentials(account).prepare();
    ///     let mut jwt = String::new();
    ///     for _ in 0..3 {
    ///         lobby.mint_into(&mut jwt);
    ///         assert_eq!(jwt.split('.').count(), 3);
    ///     }
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn mint_into(&self, jwt: &mut String) {
        self.write(self.times.expiry(UnixTime::now()), jwt);
    }

    fn write(&self, expires_at: UnixTime, jwt: &mut String) {
        let mut claims = Room::<END_LEN>::new();
        claims.push(self.partial.carried());
        claims.push(itoa::Buffer::new().format(expires_at.as_secs()).as_bytes());
        claims.push(&self.end);
        self.partial.finish(claims.as_slice(), self.account.key(), jwt);
    }
}

/// Omits the state of the HMAC.
impl fmt::Debug for Prepared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prepared")
            .field("account", &self.account)
            .field("times", &self.times)
            .finish_non_exhaustive()
    }
}

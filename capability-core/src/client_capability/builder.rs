use super::events::EventStream;
use super::outgoing::Outgoing;
use super::scopes::{ScopeSlots, Scopes, UnprovenScopes};
use super::state::{HasCredentials, HasScope, ScopeState};
use super::token_prefix;
use crate::jwt::{Prepared, TimeSettings, Token, encode, time_setters};
use crate::keys::{AccountCredentials, NoCredentials};
use crate::sealed::{Private, Sealed};
use crate::values::{ClientName, Ttl, UnixTime};

/// Builder for a client capability token: which calls it allows, and for how long it is valid.
///
/// `C` and `S` are the states of the builder: `C` is the credentials or [`NoCredentials`], `S` is [`Scopes`] or
/// [`UnprovenScopes`]. The token can be signed as soon as it has credentials and a scope. Before that, calling `sign`
/// is a compile error that says what is missing. Call the setters in any order. Calling a setter again replaces the
/// value.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{
///     AccountCredentials, ApplicationSid, ClientCapability, ClientName, Outgoing, ParamName, Ttl,
/// };
///
/// const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP00000000000000000000000000000000");
/// const JOHN: ClientName = ClientName::from_static("john");
/// const USER_ID: ParamName = ParamName::from_static("user_id");
///
/// let account = AccountCredentials::new(
///     "AC00000000000000000000000000000000".parse()?,
///     "not_a_real_auth_token".parse()?,
/// );
/// let token = ClientCapability::new()
///     .incoming(JOHN)
///     .outgoing(Outgoing::to(APPLICATION).as_client(JOHN).param(USER_ID, 7))
///     .ttl(Ttl::from_static(300))
///     .credentials(&account)
///     .sign();
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Without credentials it cannot be signed:
///
/// ```compile_fail
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{ClientCapability, ClientName};
///
/// ClientCapability::new().incoming(ClientName::from_static("john")).sign();
/// ```
#[derive(Clone, Debug)]
#[must_use = "a capability is not a token yet: give it credentials and call `.sign()`"]
pub struct ClientCapability<C = NoCredentials, S = UnprovenScopes> {
    credentials: C,
    scopes: S,
    pub(crate) times: TimeSettings,
}

impl ClientCapability {
    /// Creates a builder without scopes and credentials.
    ///
    /// The token lives for one hour unless you set another lifetime, as in Twilio's libraries.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ClientCapability;
    ///
    /// let empty = ClientCapability::new();
    /// ```
    pub const fn new() -> Self {
        Self { credentials: NoCredentials, scopes: UnprovenScopes::NONE, times: TimeSettings::DEFAULT }
    }
}

impl Default for ClientCapability {
    fn default() -> Self {
        Self::new()
    }
}

impl<C, S: ScopeState> ClientCapability<C, S> {
    /// Allows receiving calls to `name`.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ClientCapability, ClientName};
    ///
    /// let capability = ClientCapability::new().incoming(ClientName::from_static("john"));
    /// assert_eq!(capability.allowed().to_string(), "can receive calls to \"john\"");
    /// ```
    pub fn incoming(self, name: ClientName) -> ClientCapability<C, Scopes> {
        self.with_slots(|slots| slots.incoming = Some(name))
    }

    /// Allows making calls to an application.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ApplicationSid, ClientCapability, Outgoing};
    ///
    /// let application: ApplicationSid = "AP00000000000000000000000000000000".parse()?;
    /// let capability = ClientCapability::new().outgoing(Outgoing::to(application));
    /// assert!(capability.allowed().outgoing().is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn outgoing(self, outgoing: Outgoing) -> ClientCapability<C, Scopes> {
        self.with_slots(|slots| slots.outgoing = Some(outgoing))
    }

    /// Allows subscribing to the account's events.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ClientCapability, EventStream};
    ///
    /// let capability = ClientCapability::new().events(EventStream::new());
    /// assert_eq!(capability.allowed().to_string(), "can read the account's events");
    /// ```
    pub fn events(self, events: EventStream) -> ClientCapability<C, Scopes> {
        self.with_slots(|slots| slots.events = Some(events))
    }

    /// Adds each of `scopes`, as the setters do one by one.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ClientCapability, Scope, Scopes};
    ///
    /// let scopes = Scopes::from_list([Scope::Incoming("john".parse()?)])?;
    /// assert_eq!(ClientCapability::new().scopes(scopes.clone()).allowed(), &scopes);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn scopes(self, scopes: Scopes) -> ClientCapability<C, Scopes> {
        self.maybe_incoming(scopes.0.incoming)
            .maybe_outgoing(scopes.0.outgoing)
            .maybe_events(scopes.0.events)
            .with_slots(|_| {})
    }

    /// Like [`incoming`](Self::incoming), but does nothing if `name` is `None`.
    ///
    /// It does not count as a scope, so another call has to add one before the token can be signed.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, ClientCapability, ClientName, EventStream};
    ///
    /// fn check(account: &AccountCredentials) {
    ///     let name: Option<ClientName> = None;
    ///     ClientCapability::new().maybe_incoming(name).events(EventStream::new()).credentials(account).sign();
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn maybe_incoming(mut self, name: Option<ClientName>) -> Self {
        let incoming = &mut self.scopes.slots(Private).incoming;
        *incoming = name.or(incoming.take());
        self
    }

    /// Like [`outgoing`](Self::outgoing), but does nothing if `outgoing` is `None`.
    ///
    /// It does not count as a scope, so another call has to add one before the token can be signed.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ClientCapability, EventStream};
    ///
    /// let capability = ClientCapability::new().maybe_outgoing(None).events(EventStream::new());
    /// assert!(capability.allowed().outgoing().is_none());
    /// ```
    pub fn maybe_outgoing(mut self, outgoing: Option<Outgoing>) -> Self {
        let slot = &mut self.scopes.slots(Private).outgoing;
        *slot = outgoing.or(slot.take());
        self
    }

    /// Like [`events`](Self::events), but does nothing if `events` is `None`.
    ///
    /// It does not count as a scope, so another call has to add one before the token can be signed.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ClientCapability, ClientName, EventStream};
    ///
    /// let john = ClientName::from_static("john");
    /// let capability = ClientCapability::new().incoming(john).maybe_events(Some(EventStream::new()));
    /// assert!(capability.allowed().events().is_some());
    /// ```
    pub fn maybe_events(mut self, events: Option<EventStream>) -> Self {
        let slot = &mut self.scopes.slots(Private).events;
        *slot = events.or(slot.take());
        self
    }

    fn with_slots(self, set: impl FnOnce(&mut ScopeSlots)) -> ClientCapability<C, Scopes> {
        let Self { credentials, scopes, times } = self;
        let mut slots = scopes.into_slots(Private);
        set(&mut slots);
        ClientCapability { credentials, scopes: Scopes(slots), times }
    }
}

impl<C> ClientCapability<C, Scopes> {
    /// The scopes that were set. Their `Display` is a description in English.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ClientCapability, ClientName};
    ///
    /// let capability = ClientCapability::new().incoming(ClientName::from_static("john"));
    /// assert_eq!(capability.allowed().to_string(), "can receive calls to \"john\"");
    /// ```
    pub fn allowed(&self) -> &Scopes {
        &self.scopes
    }
}

impl<C, S> ClientCapability<C, S> {
    time_setters! {
        "AccountCredentials",
        "ClientCapability::new().events(EventStream::new())",
        ["AccountCredentials" "ClientCapability" "EventStream"],
        "# let credentials = AccountCredentials::new(\"AC00000000000000000000000000000000\".parse()?, \"not_a_real_auth_token\".parse()?);"
    }

    /// Sets the credentials that sign the token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, ClientCapability, EventStream};
    ///
    /// fn check(account: &AccountCredentials) {
    ///     let ready = ClientCapability::new().events(EventStream::new()).credentials(account);
    ///     let token = ready.sign();
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn credentials(self, account: &AccountCredentials) -> ClientCapability<AccountCredentials, S> {
        let Self { credentials: _, scopes, times } = self;
        ClientCapability { credentials: account.clone(), scopes, times }
    }

    /// Signs the token. The system's clock gives the time.
    ///
    /// This cannot fail. The builder can sign again later: the new token has the same scopes and expires later.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, ClientCapability, ClientName};
    ///
    /// fn check(account: &AccountCredentials) {
    ///     let capability = ClientCapability::new().incoming(ClientName::from_static("john"));
    ///     let token = capability.credentials(account).sign();
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use = "the token is what the client needs"]
    pub fn sign(&self) -> Token
    where
        C: HasCredentials,
        S: HasScope,
    {
        self.sign_at(UnixTime::now())
    }

    /// Signs the token as if the time were `now`, for tests and for custom clocks.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, ClientCapability, ClientName, UnixTime};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let capability = ClientCapability::new().incoming(ClientName::from_static("john")).credentials(account);
    ///     let token = capability.sign_at(UnixTime::from_secs(1_700_000_000)?);
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
    pub fn sign_at(&self, now: UnixTime) -> Token
    where
        C: HasCredentials,
        S: HasScope,
    {
        let (account, scopes) = (self.credentials.account(Private), self.scopes.scopes(Private));
        let expires_at = self.times.expiry(now);
        let mut claims = self.claims_up_to_exp();
        claims.extend_from_slice(itoa::Buffer::new().format(expires_at.as_secs()).as_bytes());
        self.times.end_claims(&mut claims);
        let jwt = encode::compact(scopes.prefix(), &claims, token_prefix::key(account));
        Token::new(jwt, expires_at)
    }

    /// Encodes and hashes everything that does not depend on the time, for a capability that is signed many times.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, ClientCapability, ClientName, UnixTime};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let capability = ClientCapability::new().incoming(ClientName::from_static("john")).credentials(account);
    ///     let prepared = capability.prepare();
    ///     let now = UnixTime::from_secs(1_700_000_000)?;
    ///     assert_eq!(prepared.mint_at(now).as_str(), capability.sign_at(now).as_str());
    ///     Ok(())
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn prepare(&self) -> Prepared
    where
        C: HasCredentials,
        S: HasScope,
    {
        let (account, scopes) = (self.credentials.account(Private), self.scopes.scopes(Private));
        token_prefix::key(account);
        Prepared::new(scopes.prefix(), &self.claims_up_to_exp(), account, self.times)
    }

    /// The JSON of the claims up to the value of `exp`: the part that is the same each time.
    ///
    /// Strings are written without escaping them, because SIDs and scopes contain only the bytes
    /// `A-Z a-z 0-9 - . _ ~ % : / ? & =` and space, and JSON escapes none of these.
    fn claims_up_to_exp(&self) -> Vec<u8>
    where
        C: HasCredentials,
        S: HasScope,
    {
        let (account, scopes) = (self.credentials.account(Private), self.scopes.scopes(Private));
        let mut claims = Vec::with_capacity(scopes.size_hint() + 128);
        scopes.write(&mut claims);
        claims.extend_from_slice(b"\",\"iss\":\"");
        claims.extend_from_slice(account.account_sid().as_bytes());
        claims.extend_from_slice(b"\",\"exp\":");
        claims
    }
}

impl<C, S> Sealed for ClientCapability<C, S> {}

use super::events::EventStream;
use super::outgoing::Outgoing;
use super::prepared::Prepared;
use super::scopes::{ScopeSlots, Scopes, UnprovenScopes};
use super::state::{HasCredentials, HasScope, ScopeState};
use super::token_prefix;
use crate::jwt::{TimeSettings, Token, encode, time_setters};
use crate::keys::{AccountCredentials, NoCredentials};
use crate::sealed::{Private, Sealed};
use crate::values::{ClientName, Ttl, UnixTime};

/// What a client capability token shall allow, and for how long.
///
/// `C` and `S` say what it has already: credentials or [`NoCredentials`], [`Scopes`] or [`UnprovenScopes`]. It can
/// be signed as soon as it has both; before that, `sign` is a compile error that says what is missing. The
/// setters come in any order, and one that is called again replaces what it set before.
///
/// ```
/// use twilio_capability_core::{
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
/// Without credentials there is no token:
///
/// ```compile_fail
/// # use twilio_capability_core::{ClientCapability, ClientName};
/// ClientCapability::new().incoming(ClientName::from_static("john")).sign();
/// ```
#[derive(Clone, Debug)]
#[must_use = "a capability is no token yet: give it credentials and call `.sign()`"]
pub struct ClientCapability<C = NoCredentials, S = UnprovenScopes> {
    credentials: C,
    scopes: S,
    times: TimeSettings,
}

impl ClientCapability {
    /// Nothing yet. It lives for one hour unless told otherwise, as tokens of Twilio's libraries do.
    ///
    /// ```
    /// use twilio_capability_core::ClientCapability;
    ///
    /// let nothing_yet = ClientCapability::new();
    /// ```
    pub fn new() -> Self {
        Self { credentials: NoCredentials, scopes: UnprovenScopes::default(), times: TimeSettings::default() }
    }
}

impl Default for ClientCapability {
    fn default() -> Self {
        Self::new()
    }
}

impl<C, S: ScopeState> ClientCapability<C, S> {
    /// Allows to take calls to `name`.
    ///
    /// ```
    /// use twilio_capability_core::{ClientCapability, ClientName};
    ///
    /// let capability = ClientCapability::new().incoming(ClientName::from_static("john"));
    /// assert_eq!(capability.allowed().to_string(), "can receive calls to \"john\"");
    /// ```
    pub fn incoming(self, name: ClientName) -> ClientCapability<C, Scopes> {
        self.with_slots(|slots| slots.incoming = Some(name))
    }

    /// Allows to make calls to an application.
    ///
    /// ```
    /// use twilio_capability_core::{ApplicationSid, ClientCapability, Outgoing};
    ///
    /// # let application: ApplicationSid = "AP00000000000000000000000000000000".parse()?;
    /// let capability = ClientCapability::new().outgoing(Outgoing::to(application));
    /// assert!(capability.allowed().outgoing().is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn outgoing(self, outgoing: Outgoing) -> ClientCapability<C, Scopes> {
        self.with_slots(|slots| slots.outgoing = Some(outgoing))
    }

    /// Allows to subscribe to the account's events.
    ///
    /// ```
    /// use twilio_capability_core::{ClientCapability, EventStream};
    ///
    /// let capability = ClientCapability::new().events(EventStream::new());
    /// assert_eq!(capability.allowed().to_string(), "can read the account's events");
    /// ```
    pub fn events(self, events: EventStream) -> ClientCapability<C, Scopes> {
        self.with_slots(|slots| slots.events = Some(events))
    }

    /// Adds each of `scopes`, as the setter of its kind does.
    ///
    /// ```
    /// use twilio_capability_core::{ClientCapability, Scope, Scopes};
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

    /// As [`ClientCapability::incoming`] if there is a name; proves no scope.
    ///
    /// ```
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability, ClientName, EventStream};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// let name: Option<ClientName> = None;
    /// ClientCapability::new().maybe_incoming(name).events(EventStream::new()).credentials(&account).sign();
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn maybe_incoming(mut self, name: Option<ClientName>) -> Self {
        let incoming = &mut self.scopes.slots(Private).incoming;
        *incoming = name.or(incoming.take());
        self
    }

    /// As [`ClientCapability::outgoing`] if there is something to allow; proves no scope.
    ///
    /// ```
    /// use twilio_capability_core::{ClientCapability, EventStream};
    ///
    /// let capability = ClientCapability::new().maybe_outgoing(None).events(EventStream::new());
    /// assert!(capability.allowed().outgoing().is_none());
    /// ```
    pub fn maybe_outgoing(mut self, outgoing: Option<Outgoing>) -> Self {
        let slot = &mut self.scopes.slots(Private).outgoing;
        *slot = outgoing.or(slot.take());
        self
    }

    /// As [`ClientCapability::events`] if there is something to allow; proves no scope.
    ///
    /// ```
    /// use twilio_capability_core::{ClientCapability, ClientName, EventStream};
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
    /// What it allows; `Display` says it in words.
    ///
    /// ```
    /// # use twilio_capability_core::{ClientCapability, ClientName};
    /// let capability = ClientCapability::new().incoming(ClientName::from_static("john"));
    /// assert_eq!(capability.allowed().to_string(), "can receive calls to \"john\"");
    /// ```
    pub fn allowed(&self) -> &Scopes {
        &self.scopes
    }
}

impl<C, S> ClientCapability<C, S> {
    time_setters! {}

    /// When the token starts and stops to be valid.
    pub(crate) fn times(&self) -> TimeSettings {
        self.times
    }

    /// Who signs it.
    ///
    /// ```
    /// use twilio_capability_core::{AccountCredentials, ClientCapability, EventStream};
    ///
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// let ready = ClientCapability::new().events(EventStream::new()).credentials(&account);
    /// let token = ready.sign();
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn credentials(self, account: &AccountCredentials) -> ClientCapability<AccountCredentials, S> {
        let Self { credentials: _, scopes, times } = self;
        ClientCapability { credentials: account.clone(), scopes, times }
    }

    /// The token, signed now by the system's clock.
    ///
    /// Cannot fail. The capability stays as it is: it may be signed again, for a token with the same rights and
    /// a later end.
    ///
    /// ```
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability, ClientName};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// let capability = ClientCapability::new().incoming(ClientName::from_static("john"));
    /// let token = capability.credentials(&account).sign();
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

    /// The token, signed as if it were `now`: for tests, and for clocks of one's own.
    ///
    /// ```
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability, ClientName, UnixTime};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # let capability = ClientCapability::new().incoming(ClientName::from_static("john")).credentials(&account);
    /// let token = capability.sign_at(UnixTime::from_secs(1_700_000_000)?);
    /// assert_eq!(token.expires_at().as_secs(), 1_700_003_600);
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

    /// Does ahead all that does not depend on the time, for a capability that is signed many times.
    ///
    /// ```
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability, ClientName, UnixTime};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// let capability = ClientCapability::new().incoming(ClientName::from_static("john")).credentials(&account);
    /// let prepared = capability.prepare();
    /// let now = UnixTime::from_secs(1_700_000_000)?;
    /// assert_eq!(prepared.mint_at(now).as_str(), capability.sign_at(now).as_str());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn prepare(&self) -> Prepared
    where
        C: HasCredentials,
        S: HasScope,
    {
        let (account, scopes) = (self.credentials.account(Private), self.scopes.scopes(Private));
        Prepared::new(scopes.prefix(), &self.claims_up_to_exp(), account, self.times)
    }

    /// The JSON text of the claims from the start on up to the value of `exp`: all that is the same each time.
    ///
    /// Strings are written as they are. Those in here are SIDs and scopes, all of whose bytes are of
    /// `A-Z a-z 0-9 - . _ ~ % : / ? & =` and space; JSON asks to escape none of them.
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

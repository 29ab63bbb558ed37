use super::scopes::Slots;
use super::{EventStream, HasCredentials, HasScope, NoScope, Outgoing, Prepared, ScopeState, Scopes};
use crate::jws::{self, Begun};
use crate::{AccountCredentials, ClientName, NoCredentials, Token, Ttl, UnixTime};

/// What a client capability token shall allow, and for how long.
///
/// `C` and `S` say what it has already: credentials or [`NoCredentials`], [`Scopes`] or [`NoScope`]. It can
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
pub struct ClientCapability<C = NoCredentials, S = NoScope> {
    credentials: C,
    scopes: S,
    lifetime: Lifetime,
    not_before: Option<UnixTime>,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Lifetime {
    For(Ttl),
    Until(UnixTime),
}

impl Lifetime {
    pub(super) fn expiry(self, now: UnixTime, not_before: Option<UnixTime>) -> UnixTime {
        let wanted = match self {
            Self::For(ttl) => now.max(not_before.unwrap_or(now)).after(ttl),
            Self::Until(time) => time,
        };
        wanted.min(now.after(Ttl::MAX))
    }
}

impl ClientCapability {
    /// Nothing yet. It lives for one hour unless told otherwise, as tokens of Twilio's libraries do.
    pub fn new() -> Self {
        Self {
            credentials: NoCredentials,
            scopes: NoScope::default(),
            lifetime: Lifetime::For(Ttl::default()),
            not_before: None,
        }
    }
}

impl Default for ClientCapability {
    fn default() -> Self {
        Self::new()
    }
}

impl<C, S: ScopeState> ClientCapability<C, S> {
    /// Allows to take calls to `name`.
    pub fn incoming(self, name: ClientName) -> ClientCapability<C, Scopes> {
        self.with_slots(|slots| slots.incoming = Some(name))
    }

    /// Allows to make calls to an application.
    pub fn outgoing(self, outgoing: Outgoing) -> ClientCapability<C, Scopes> {
        self.with_slots(|slots| slots.outgoing = Some(outgoing))
    }

    /// Allows to subscribe to the account's events.
    pub fn events(self, events: EventStream) -> ClientCapability<C, Scopes> {
        self.with_slots(|slots| slots.events = Some(events))
    }

    /// Adds each of `scopes`, as the setter of its kind does.
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
        let incoming = &mut self.scopes.slots().incoming;
        *incoming = name.or(incoming.take());
        self
    }

    /// As [`ClientCapability::outgoing`] if there is something to allow; proves no scope.
    pub fn maybe_outgoing(mut self, outgoing: Option<Outgoing>) -> Self {
        let slot = &mut self.scopes.slots().outgoing;
        *slot = outgoing.or(slot.take());
        self
    }

    /// As [`ClientCapability::events`] if there is something to allow; proves no scope.
    pub fn maybe_events(mut self, events: Option<EventStream>) -> Self {
        let slot = &mut self.scopes.slots().events;
        *slot = events.or(slot.take());
        self
    }

    fn with_slots(self, set: impl FnOnce(&mut Slots)) -> ClientCapability<C, Scopes> {
        let Self { credentials, scopes, lifetime, not_before } = self;
        let mut slots = scopes.into_slots();
        set(&mut slots);
        ClientCapability { credentials, scopes: Scopes(slots), lifetime, not_before }
    }
}

impl<C> ClientCapability<C, Scopes> {
    /// What it allows; `Display` says it in words.
    ///
    /// ```
    /// # use twilio_capability_core::{ClientCapability, ClientName};
    /// let capability = ClientCapability::new().incoming(ClientName::from_static("john"));
    /// assert_eq!(capability.allowed().to_string(), "take calls to \"john\"");
    /// ```
    pub fn allowed(&self) -> &Scopes {
        &self.scopes
    }
}

impl<C, S> ClientCapability<C, S> {
    /// How long the token lives, counted from its signing, or from [`not_before`](Self::not_before) where that
    /// is later. Replaces [`expires_at`](Self::expires_at).
    pub fn ttl(mut self, ttl: Ttl) -> Self {
        self.lifetime = Lifetime::For(ttl);
        self
    }

    /// As [`ClientCapability::ttl`] if there is one.
    pub fn maybe_ttl(self, ttl: Option<Ttl>) -> Self {
        match ttl {
            Some(ttl) => self.ttl(ttl),
            None => self,
        }
    }

    /// When the token expires. Replaces [`ttl`](Self::ttl).
    ///
    /// Twilio refuses tokens that live for more than 24 hours (error 20157), so a later time gives a token that
    /// expires 24 hours after its signing. A time in the past gives a token that has expired.
    pub fn expires_at(mut self, time: UnixTime) -> Self {
        self.lifetime = Lifetime::Until(time);
        self
    }

    /// As [`ClientCapability::expires_at`] if there is a time.
    pub fn maybe_expires_at(self, time: Option<UnixTime>) -> Self {
        match time {
            Some(time) => self.expires_at(time),
            None => self,
        }
    }

    /// When the token starts to be valid: the `nbf` claim. Without it the token is valid at once, also where
    /// Twilio's clock is behind the signer's, which is why it is not set by default.
    pub fn not_before(mut self, time: UnixTime) -> Self {
        self.not_before = Some(time);
        self
    }

    /// As [`ClientCapability::not_before`] if there is a time.
    pub fn maybe_not_before(self, time: Option<UnixTime>) -> Self {
        match time {
            Some(time) => self.not_before(time),
            None => self,
        }
    }

    /// Who signs it.
    pub fn credentials(self, account: &AccountCredentials) -> ClientCapability<AccountCredentials, S> {
        let Self { credentials: _, scopes, lifetime, not_before } = self;
        ClientCapability { credentials: account.clone(), scopes, lifetime, not_before }
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
        let (account, start) = (self.credentials.account(), self.scopes.scopes().start());
        let expires_at = self.lifetime.expiry(now, self.not_before);
        let mut claims = self.claims_up_to_exp();
        claims.extend_from_slice(itoa::Buffer::new().format(expires_at.as_secs()).as_bytes());
        self.end_claims(&mut claims);
        Token::new(jws::compact(start, &claims, account.key()), expires_at)
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
        let account = self.credentials.account();
        let mut end = Vec::new();
        self.end_claims(&mut end);
        Prepared {
            begun: Begun::new(self.scopes.scopes().start(), &self.claims_up_to_exp(), account.key()),
            end,
            lifetime: self.lifetime,
            not_before: self.not_before,
            account: account.clone(),
        }
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
        let (account, scopes) = (self.credentials.account(), self.scopes.scopes());
        let mut claims = Vec::with_capacity(scopes.size_hint() + 128);
        scopes.write(&mut claims);
        claims.extend_from_slice(b"\",\"iss\":\"");
        claims.extend_from_slice(account.account_sid().as_bytes());
        claims.extend_from_slice(b"\",\"exp\":");
        claims
    }
    /// Appends what follows the value of `exp`.
    fn end_claims(&self, claims: &mut Vec<u8>) {
        if let Some(not_before) = self.not_before {
            claims.extend_from_slice(b",\"nbf\":");
            claims.extend_from_slice(itoa::Buffer::new().format(not_before.as_secs()).as_bytes());
        }
        claims.push(b'}');
    }
}

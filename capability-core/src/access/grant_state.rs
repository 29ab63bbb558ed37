//! What the type of an access token says of its grants: whether one is proven, and whether Voice may be among them.

use std::error::Error;
use std::fmt;
use std::marker::PhantomData;

use super::grants::{Grant, GrantSet};
use crate::sealed::{Private, Sealed};

/// The grants of a token: at least one, each kind once.
///
/// `V` is [`WithVoice`] if Voice may be among them, and [`NoVoice`] if it is not: a token with Voice needs a
/// [`VoiceIdentity`](crate::VoiceIdentity).
///
/// ```
/// use twilio_capability_core::{Grants, RoomName, SyncGrant, VideoGrant};
///
/// fn grants(is_admin: bool) -> Result<Grants, Box<dyn std::error::Error>> {
///     let mut list = vec![VideoGrant::new().room("daily".parse()?).into()];
///     if is_admin {
///         list.push(SyncGrant::new("IS00000000000000000000000000000000".parse()?).into());
///     }
///     Ok(Grants::from_list(list)?)
/// }
/// assert_ne!(grants(true)?, grants(false)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct Grants<V = WithVoice> {
    pub(super) set: GrantSet,
    voice: PhantomData<V>,
}

/// The state of an access token for which no grant is sure yet.
///
/// ```
/// use twilio_capability_core::access::{NoVoice, UnprovenGrants};
/// use twilio_capability_core::{AccessToken, NoCredentials, NoIdentity};
///
/// let token: AccessToken<NoCredentials, NoIdentity, UnprovenGrants<NoVoice>> = AccessToken::new();
/// assert!(format!("{token:?}").contains("grants: UnprovenGrants([])"));
/// ```
#[derive(Clone, PartialEq)]
pub struct UnprovenGrants<V> {
    set: GrantSet,
    voice: PhantomData<V>,
}

/// Voice may be among the grants, so the token needs a [`VoiceIdentity`](crate::VoiceIdentity).
///
/// ```
/// use twilio_capability_core::access::WithVoice;
/// use twilio_capability_core::{AccessToken, Grants, NoCredentials, NoIdentity, VoiceGrant};
///
/// let token: AccessToken<NoCredentials, NoIdentity, Grants<WithVoice>> =
///     AccessToken::new().voice(VoiceGrant::new().incoming());
/// assert!(format!("{token:?}").contains("VoiceGrant"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum WithVoice {}

/// Voice is not among the grants, so the token can have any [`Identity`](crate::Identity).
///
/// ```
/// use twilio_capability_core::access::NoVoice;
/// use twilio_capability_core::{AccessToken, Grants, NoCredentials, NoIdentity, VideoGrant};
///
/// let token: AccessToken<NoCredentials, NoIdentity, Grants<NoVoice>> = AccessToken::new().video(VideoGrant::new());
/// assert!(format!("{token:?}").contains("VideoGrant"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum NoVoice {}

/// Whether Voice may be among grants: [`WithVoice`] or [`NoVoice`].
///
/// ```
/// use twilio_capability_core::access::VoiceState;
/// use twilio_capability_core::{AccessToken, Grants, NoCredentials, NoIdentity, SyncGrant, VideoGrant};
///
/// fn with_sync<V: VoiceState>(
///     token: AccessToken<NoCredentials, NoIdentity, Grants<V>>,
///     sync: SyncGrant,
/// ) -> AccessToken<NoCredentials, NoIdentity, Grants<V>> {
///     token.sync(sync)
/// }
///
/// let sync = SyncGrant::new("IS00000000000000000000000000000000".parse()?);
/// assert!(format!("{:?}", with_sync(AccessToken::new().video(VideoGrant::new()), sync)).contains("SyncGrant"));
/// # Ok::<(), twilio_capability_core::SidError>(())
/// ```
pub trait VoiceState: Sealed {
    /// The state of these grants and others of the state `Other` together.
    type Or<Other: VoiceState>: VoiceState;
}

impl Sealed for WithVoice {}
impl Sealed for NoVoice {}

impl VoiceState for WithVoice {
    type Or<Other: VoiceState> = Self;
}

impl VoiceState for NoVoice {
    type Or<Other: VoiceState> = Other;
}

/// The state of an access token's grants: [`UnprovenGrants`] or [`Grants`].
///
/// ```
/// use twilio_capability_core::access::GrantState;
/// use twilio_capability_core::{AccessToken, NoCredentials, NoIdentity, Region, VideoGrant};
///
/// fn in_ireland<G: GrantState>(
///     token: AccessToken<NoCredentials, NoIdentity, G>,
/// ) -> AccessToken<NoCredentials, NoIdentity, G> {
///     token.region(Region::IE1)
/// }
///
/// assert!(format!("{:?}", in_ireland(AccessToken::new())).contains("ie1"));
/// assert!(format!("{:?}", in_ireland(AccessToken::new().video(VideoGrant::new()))).contains("ie1"));
/// ```
pub trait GrantState: Sealed {
    /// Whether Voice may be among the grants.
    type Voice: VoiceState;

    /// The same state, with Voice possibly among the grants.
    type MaybeVoice: GrantState;

    #[doc(hidden)]
    fn set(&mut self, _: Private) -> &mut GrantSet;

    #[doc(hidden)]
    fn into_set(self, _: Private) -> GrantSet;

    #[doc(hidden)]
    fn into_maybe_voice(self, _: Private) -> Self::MaybeVoice;
}

/// An access token that grants something. [`Grants`] alone implements it.
///
/// ```
/// use twilio_capability_core::access::{GrantState, HasGrant, HasIdentity, Suits};
/// use twilio_capability_core::{AccessToken, ApiKeyCredentials, Token, VideoGrant};
///
/// fn mint<I, G>(token: &AccessToken<ApiKeyCredentials, I, G>) -> Token
/// where
///     I: HasIdentity + Suits<<G as GrantState>::Voice>,
///     G: HasGrant,
/// {
///     token.sign()
/// }
///
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// let token = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(&api_key);
/// assert!(!mint(&token).as_str().is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "this access token grants nothing",
    label = "add `.voice(grant)`, `.video(grant)`, `.chat(grant)`, `.sync(grant)`, `.task_router(grant)` or \
             `.playback(grant)` before this call",
    note = "a `maybe_…` call proves no grant, since its argument may be `None`"
)]
pub trait HasGrant: GrantState {
    #[doc(hidden)]
    fn grants(&self, _: Private) -> &GrantSet;
}

impl<V> Sealed for UnprovenGrants<V> {}
impl<V> Sealed for Grants<V> {}

impl<V: VoiceState> GrantState for UnprovenGrants<V> {
    type Voice = V;
    type MaybeVoice = UnprovenGrants<WithVoice>;

    fn set(&mut self, _: Private) -> &mut GrantSet {
        &mut self.set
    }

    fn into_set(self, _: Private) -> GrantSet {
        self.set
    }

    fn into_maybe_voice(self, _: Private) -> Self::MaybeVoice {
        UnprovenGrants { set: self.set, voice: PhantomData }
    }
}

impl<V: VoiceState> GrantState for Grants<V> {
    type Voice = V;
    type MaybeVoice = Grants<WithVoice>;

    fn set(&mut self, _: Private) -> &mut GrantSet {
        &mut self.set
    }

    fn into_set(self, _: Private) -> GrantSet {
        self.set
    }

    fn into_maybe_voice(self, _: Private) -> Self::MaybeVoice {
        Grants::new(self.set)
    }
}

#[diagnostic::do_not_recommend]
impl<V: VoiceState> HasGrant for Grants<V> {
    fn grants(&self, _: Private) -> &GrantSet {
        &self.set
    }
}

impl Grants {
    /// Grants from a list.
    ///
    /// # Errors
    ///
    /// The list is empty, or has two grants of a kind.
    ///
    /// ```
    /// use twilio_capability_core::{AccessToken, Grants, GrantsError, VideoGrant};
    ///
    /// let grants = Grants::from_list([VideoGrant::new().into()])?;
    /// let token = AccessToken::new().voice_identity("john".parse()?).grants(grants);
    ///
    /// assert_eq!(Grants::from_list([]), Err(GrantsError::Empty));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_list(list: impl IntoIterator<Item = Grant>) -> Result<Self, GrantsError> {
        let mut set = GrantSet::default();
        for grant in list {
            let name = grant.name();
            if set.insert(grant) {
                return Err(GrantsError::Repeated(name));
            }
        }
        if set.is_empty() { Err(GrantsError::Empty) } else { Ok(Self::new(set)) }
    }
}

impl<V> Grants<V> {
    pub(super) fn new(set: GrantSet) -> Self {
        Self { set, voice: PhantomData }
    }

    /// The same grants, for a token with any [`Identity`](crate::Identity).
    ///
    /// # Errors
    ///
    /// Voice is among them.
    ///
    /// ```
    /// use twilio_capability_core::{AccessToken, Grants, VideoGrant};
    ///
    /// let grants = Grants::from_list([VideoGrant::new().into()])?.without_voice()?;
    /// let token = AccessToken::new().identity("john@example.com".parse()?).grants(grants);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn without_voice(self) -> Result<Grants<NoVoice>, GrantsError> {
        if self.set.voice.is_some() { Err(GrantsError::Voice) } else { Ok(Grants::new(self.set)) }
    }
}

impl UnprovenGrants<NoVoice> {
    pub(super) fn none() -> Self {
        Self { set: GrantSet::default(), voice: PhantomData }
    }
}

impl<V> fmt::Debug for Grants<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Grants").field(&self.set).finish()
    }
}

impl<V> fmt::Debug for UnprovenGrants<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("UnprovenGrants").field(&self.set).finish()
    }
}

/// Why a list of grants makes no token, or not the one that was asked for.
///
/// ```
/// use twilio_capability_core::{Grants, GrantsError, VideoGrant, VoiceGrant};
///
/// let twice = Grants::from_list([VideoGrant::new().into(), VideoGrant::new().into()]).unwrap_err();
/// assert_eq!(twice.to_string(), "the list has two `video` grants: a token has one grant of a kind");
/// let voice = Grants::from_list([VoiceGrant::new().incoming().into()])?;
/// assert_eq!(voice.without_voice(), Err(GrantsError::Voice));
/// # Ok::<(), GrantsError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum GrantsError {
    /// No grant: such a token allows nothing.
    Empty,
    /// Two grants of a kind; this is the name of its setter.
    Repeated(&'static str),
    /// Voice is among the grants, and is not to be.
    Voice,
}

impl fmt::Display for GrantsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the list of grants is empty: a token without a grant allows nothing"),
            Self::Repeated(name) => {
                write!(f, "the list has two `{name}` grants: a token has one grant of a kind")
            }
            Self::Voice => f.write_str("Voice is among the grants: the token needs a `VoiceIdentity`"),
        }
    }
}

impl Error for GrantsError {}

//! The states of an access token's grants: whether there is at least one, and whether Voice can be one of them.

use std::error::Error;
use std::fmt;
use std::marker::PhantomData;

use super::grants::{Grant, GrantSet};
use crate::sealed::{Private, Sealed};

/// The grants of a token: at least one, and at most one of each kind.
///
/// `V` is [`WithVoice`] if one of them can be a Voice grant, and [`NoVoice`] if not. A token with a Voice grant needs a
/// [`VoiceIdentity`](crate::VoiceIdentity).
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{Grants, RoomName, SyncGrant, VideoGrant};
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

/// State of an access token that may still be without a grant.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::access::{NoVoice, UnprovenGrants};
/// use twilio_capability::{AccessToken, NoCredentials, NoIdentity};
///
/// let token: AccessToken<NoCredentials, NoIdentity, UnprovenGrants<NoVoice>> = AccessToken::new();
/// assert!(format!("{token:?}").contains("grants: UnprovenGrants([])"));
/// ```
#[derive(Clone, PartialEq)]
pub struct UnprovenGrants<V> {
    set: GrantSet,
    voice: PhantomData<V>,
}

/// State of grants that can include Voice. The token needs a [`VoiceIdentity`](crate::VoiceIdentity).
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::access::WithVoice;
/// use twilio_capability::{AccessToken, Grants, NoCredentials, NoIdentity, VoiceGrant};
///
/// let token: AccessToken<NoCredentials, NoIdentity, Grants<WithVoice>> =
///     AccessToken::new().voice(VoiceGrant::new().incoming());
/// assert!(format!("{token:?}").contains("VoiceGrant"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum WithVoice {}

/// State of grants without Voice. The token can have any [`Identity`](crate::Identity).
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::access::NoVoice;
/// use twilio_capability::{AccessToken, Grants, NoCredentials, NoIdentity, VideoGrant};
///
/// let token: AccessToken<NoCredentials, NoIdentity, Grants<NoVoice>> = AccessToken::new().video(VideoGrant::new());
/// assert!(format!("{token:?}").contains("VideoGrant"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum NoVoice {}

/// State that says whether grants can include Voice: [`WithVoice`] or [`NoVoice`].
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::access::VoiceState;
/// use twilio_capability::{AccessToken, Grants, NoCredentials, NoIdentity, SyncGrant, VideoGrant};
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
/// # Ok::<(), twilio_capability::SidError>(())
/// ```
pub trait VoiceState: Sealed {
    /// The state of these grants combined with grants of the state `Other`.
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

/// State of an access token's grants: [`UnprovenGrants`] or [`Grants`].
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::access::GrantState;
/// use twilio_capability::{AccessToken, NoCredentials, NoIdentity, Region, SyncGrant};
///
/// fn in_ireland<G: GrantState>(
///     token: AccessToken<NoCredentials, NoIdentity, G>,
/// ) -> AccessToken<NoCredentials, NoIdentity, G> {
///     token.region(Region::IE1)
/// }
///
/// assert!(format!("{:?}", in_ireland(AccessToken::new())).contains("ie1"));
/// assert!(format!("{:?}", in_ireland(AccessToken::new().sync(SyncGrant::default_service()))).contains("ie1"));
/// ```
pub trait GrantState: Sealed {
    /// Whether the grants can include Voice.
    type Voice: VoiceState;

    /// The same state for grants that can include Voice.
    type MaybeVoice: GrantState;

    #[doc(hidden)]
    fn set(&mut self, _: Private) -> &mut GrantSet;

    #[doc(hidden)]
    fn into_set(self, _: Private) -> GrantSet;

    #[doc(hidden)]
    fn into_maybe_voice(self, _: Private) -> Self::MaybeVoice;
}

/// State of an access token that has a grant. Only [`Grants`] implements it.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::access::{GrantState, HasGrant, HasIdentity, Suits};
/// use twilio_capability::{AccessToken, ApiKeyCredentials, Token, VideoGrant};
///
/// fn mint<I, G>(token: &AccessToken<ApiKeyCredentials, I, G>) -> Token
/// where
///     I: HasIdentity + Suits<<G as GrantState>::Voice>,
///     G: HasGrant,
/// {
///     token.sign()
/// }
///
/// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
///     let token = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(api_key);
///     assert!(!mint(&token).as_str().is_empty());
///     Ok(())
/// }
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// # check(&api_key)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "this access token has no grant",
    label = "add `.voice(grant)`, `.video(grant)`, `.chat(grant)`, `.sync(grant)`, `.task_router(grant)` or \
             `.playback(grant)` before this call",
    note = "a `maybe_…` call does not count as a grant, because its argument can be `None`"
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
    /// Creates grants from a list.
    ///
    /// # Errors
    ///
    /// The list is empty, or has two grants of the same kind.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccessToken, Grants, GrantsError, VideoGrant};
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

    /// Converts the grants for a token that can have any [`Identity`](crate::Identity).
    ///
    /// # Errors
    ///
    /// One of them is a Voice grant.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccessToken, Grants, VideoGrant};
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

/// Error for a list of grants that cannot be the grants of a token.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{Grants, GrantsError, VideoGrant, VoiceGrant};
///
/// let twice = Grants::from_list([VideoGrant::new().into(), VideoGrant::new().into()]).unwrap_err();
/// assert_eq!(twice.to_string(), "the list has two `video` grants: a token has at most one grant of each kind");
/// let voice = Grants::from_list([VoiceGrant::new().incoming().into()])?;
/// assert_eq!(voice.without_voice(), Err(GrantsError::Voice));
/// # Ok::<(), GrantsError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum GrantsError {
    /// The list is empty. A token without a grant allows nothing.
    Empty,
    /// Two grants of the same kind. The value is the name of its setter.
    Repeated(&'static str),
    /// One of the grants is a Voice grant, which this token cannot have.
    Voice,
}

impl fmt::Display for GrantsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the list of grants is empty: a token without a grant allows nothing"),
            Self::Repeated(name) => {
                write!(f, "the list has two `{name}` grants: a token has at most one grant of each kind")
            }
            Self::Voice => {
                f.write_str("one of the grants is a Voice grant: the token needs a `VoiceIdentity`")
            }
        }
    }
}

impl Error for GrantsError {}

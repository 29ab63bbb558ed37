use std::marker::PhantomData;

use super::json::Object;
use super::{ChatGrant, PlaybackGrant, SyncGrant, TaskRouterGrant, VideoGrant, VoiceGrant};
use crate::sealed::Sealed;

/// What one of Twilio's products lets the owner of a token do. Implemented by the grants of this library alone.
///
/// ```
/// # use twilio_capability_core::read::inspect;
/// use twilio_capability_core::access::{Grant, NotGiven, Search};
/// use twilio_capability_core::{AccessToken, Anonymous, ApiKeyCredentials, SyncGrant, Token, VoiceGrant, With};
///
/// fn mint<K: Grant>(token: &AccessToken<ApiKeyCredentials, Anonymous, With<K>>) -> Token
/// where
///     With<K>: Search<VoiceGrant, Result = NotGiven>,
/// {
///     token.sign()
/// }
///
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// # let service = "IS00000000000000000000000000000000".parse()?;
/// let token = mint(&AccessToken::new().anonymous().sync(SyncGrant::new(service)).credentials(&api_key));
/// assert!(inspect(token.as_str()).grants().unwrap().sync.is_some());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Grant: Sealed {
    /// Where it stands among the grants of a token, whatever order they were given in.
    #[doc(hidden)]
    fn place(&self) -> usize;

    /// Adds it to the claim `grants`.
    #[doc(hidden)]
    fn write(&self, grants: &mut Object<'_>);
}

/// The state of an access token that grants nothing yet.
///
/// ```
/// use twilio_capability_core::{AccessToken, NoCredentials, NoGrant, NoIdentity};
///
/// let token: AccessToken<NoCredentials, NoIdentity, NoGrant> = AccessToken::new();
/// assert!(format!("{token:?}").contains("grants: NoGrant"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct NoGrant;

/// The state of an access token that has the grant `K`, or `Option<K>` where `maybe_…` gave it, and the grants `G`.
///
/// The kinds are a part of the type so that a second grant of a kind is an error of the compiler: it would replace the
/// first, or be lost, and neither is what somebody means who gives two.
///
/// ```
/// use twilio_capability_core::{AccessToken, NoCredentials, NoIdentity, VideoGrant, VoiceGrant, With};
///
/// let token: AccessToken<NoCredentials, NoIdentity, With<VideoGrant, With<VoiceGrant>>> =
///     AccessToken::new().voice(VoiceGrant::new().incoming()).video(VideoGrant::new());
/// assert!(format!("{token:?}").contains("grants: With { grant: VideoGrant"));
/// ```
#[derive(Clone, PartialEq, Debug)]
pub struct With<K, G = NoGrant> {
    grant: K,
    others: G,
}

impl<K, G> With<K, G> {
    pub(super) fn new(grant: K, others: G) -> Self {
        Self { grant, others }
    }
}

/// One place for each kind of grant.
#[derive(Default)]
#[expect(unnameable_types, missing_debug_implementations, reason = "only the sealed traits show it, hidden")]
pub struct Slots<'a>([Option<&'a dyn Grant>; 6]);

impl<'a> Slots<'a> {
    fn put(&mut self, grant: &'a dyn Grant) {
        if let Some(slot) = self.0.get_mut(grant.place()) {
            *slot = Some(grant);
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &'a dyn Grant> + '_ {
        self.0.iter().copied().flatten()
    }
}

/// The state of an access token's grants: [`NoGrant`] or [`With`].
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
    #[doc(hidden)]
    fn fill<'a>(&'a self, slots: &mut Slots<'a>);
}

impl Sealed for NoGrant {}
impl<K, G> Sealed for With<K, G> {}

impl GrantState for NoGrant {
    fn fill<'a>(&'a self, _: &mut Slots<'a>) {}
}

impl<K: Grant, G: GrantState> GrantState for With<K, G> {
    fn fill<'a>(&'a self, slots: &mut Slots<'a>) {
        slots.put(&self.grant);
        self.others.fill(slots);
    }
}

impl<K: Grant, G: GrantState> GrantState for With<Option<K>, G> {
    fn fill<'a>(&'a self, slots: &mut Slots<'a>) {
        if let Some(grant) = &self.grant {
            slots.put(grant);
        }
        self.others.fill(slots);
    }
}

/// An access token that grants something.
///
/// ```
/// # use twilio_capability_core::read::inspect;
/// use twilio_capability_core::access::{HasGrant, Search};
/// use twilio_capability_core::{AccessToken, ApiKeyCredentials, Token, VideoGrant, VoiceGrant, VoiceIdentity};
///
/// fn mint<G: HasGrant + Search<VoiceGrant>>(token: &AccessToken<ApiKeyCredentials, VoiceIdentity, G>) -> Token {
///     token.sign()
/// }
///
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
/// let token = mint(&john.video(VideoGrant::new()));
/// assert!(inspect(token.as_str()).grants().unwrap().video.is_some());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "this access token grants nothing",
    label = "add `.voice(grant)`, `.video(grant)`, `.chat(grant)`, `.sync(grant)`, `.task_router(grant)` or \
             `.playback(grant)` before this call",
    note = "a `maybe_…` call proves no grant, since its argument may be `None`"
)]
pub trait HasGrant: GrantState {}

#[diagnostic::do_not_recommend]
impl<K: Grant, G: GrantState> HasGrant for With<K, G> {}

#[diagnostic::do_not_recommend]
impl<K: Grant, G: HasGrant> HasGrant for With<Option<K>, G> {}

/// Looks for a grant of the kind `K` among the grants of a token.
///
/// ```
/// use std::any::TypeId;
/// use twilio_capability_core::access::{Given, NotGiven, Search};
/// use twilio_capability_core::{VideoGrant, VoiceGrant, With};
///
/// fn result<G: Search<K, Result: 'static>, K>() -> TypeId {
///     TypeId::of::<G::Result>()
/// }
///
/// assert_eq!(result::<With<VideoGrant>, VideoGrant>(), TypeId::of::<Given<VideoGrant>>());
/// assert_eq!(result::<With<VideoGrant>, VoiceGrant>(), TypeId::of::<NotGiven>());
/// ```
pub trait Search<K>: GrantState {
    /// [`Given`] or [`NotGiven`]. A type that is known at once, so that an error points at the call that is wrong and
    /// not at all that stands in front of it.
    type Result;
}

/// There is a grant of the kind `K`, or there may be one.
///
/// ```
/// use std::any::TypeId;
/// use twilio_capability_core::access::{Given, Search};
/// use twilio_capability_core::{VideoGrant, With};
///
/// type Maybe = With<Option<VideoGrant>>;
/// assert_eq!(TypeId::of::<<Maybe as Search<VideoGrant>>::Result>(), TypeId::of::<Given<VideoGrant>>());
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum Given<K> {
    #[doc(hidden)]
    Never(PhantomData<K>),
}

/// There is none.
///
/// ```
/// use std::any::TypeId;
/// use twilio_capability_core::access::{NotGiven, Search};
/// use twilio_capability_core::{NoGrant, VideoGrant};
///
/// assert_eq!(TypeId::of::<<NoGrant as Search<VideoGrant>>::Result>(), TypeId::of::<NotGiven>());
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum NotGiven {}

/// What a [`Search`] for `K` must result in where a grant of this kind is added.
///
/// ```
/// # use twilio_capability_core::read::inspect;
/// use twilio_capability_core::access::{NotYet, Search};
/// use twilio_capability_core::{AccessToken, Anonymous, ApiKeyCredentials, SyncGrant, VideoGrant, With};
///
/// type Token<G> = AccessToken<ApiKeyCredentials, Anonymous, G>;
///
/// fn with_video<G: Search<VideoGrant, Result: NotYet<VideoGrant>>>(token: Token<G>) -> Token<With<VideoGrant, G>> {
///     token.video(VideoGrant::new())
/// }
///
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// # let sync = SyncGrant::new("IS00000000000000000000000000000000".parse()?);
/// let token = with_video(AccessToken::new().anonymous().sync(sync).credentials(&api_key)).sign();
/// assert!(inspect(token.as_str()).grants().unwrap().video.is_some());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "this access token has a `{K}` already, or may have one",
    label = "a token has one grant of a kind: give all of it to one `{K}`"
)]
pub trait NotYet<K> {}

#[diagnostic::do_not_recommend]
impl<K> NotYet<K> for NotGiven {}

impl<K> Search<K> for NoGrant {
    type Result = NotGiven;
}

impl<K, H: Compare<K>, G: Search<K>> Search<K> for With<H, G>
where
    Self: GrantState,
{
    type Result = H::Or<G::Result>;
}

/// Whether a grant is of the kind `K`.
#[doc(hidden)]
#[expect(unnameable_types, reason = "only a sealed trait asks for it")]
pub trait Compare<K> {
    /// [`Given`] if it is, `F` if not.
    type Or<F>;
}

macro_rules! compare {
    ($kind:ident) => {
        impl Compare<$kind> for $kind {
            type Or<F> = Given<$kind>;
        }

        impl Compare<$kind> for Option<$kind> {
            type Or<F> = Given<$kind>;
        }
    };
    ($kind:ident, $other:ident) => {
        impl Compare<$kind> for $other {
            type Or<F> = F;
        }

        impl Compare<$kind> for Option<$other> {
            type Or<F> = F;
        }
    };
}

macro_rules! all_different {
    () => {};
    ($first:ident $($other:ident)*) => {
        compare! { $first }
        $(
            compare! { $first, $other }
            compare! { $other, $first }
        )*
        all_different! { $($other)* }
    };
}

all_different! { VoiceGrant VideoGrant ChatGrant SyncGrant TaskRouterGrant PlaybackGrant }

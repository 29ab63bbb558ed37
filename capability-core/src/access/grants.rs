use std::marker::PhantomData;

use super::json::Object;
use super::{ChatGrant, PlaybackGrant, SyncGrant, TaskRouterGrant, VideoGrant, VoiceGrant};
use crate::sealed::Sealed;

/// What one of Twilio's products lets the owner of a token do. Implemented by the grants of this library alone.
pub trait Grant: Sealed {
    /// Where it stands among the grants of a token, whatever order they were given in.
    #[doc(hidden)]
    fn place(&self) -> usize;

    /// Adds it to the claim `grants`.
    #[doc(hidden)]
    fn write(&self, grants: &mut Object<'_>);

    /// The most bytes that [`Grant::write`] appends, but for texts that need escaping.
    #[doc(hidden)]
    fn size_hint(&self) -> usize;
}

/// The state of an access token that grants nothing yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct NoGrant;

/// The state of an access token that has the grant `K`, or `Option<K>` where `maybe_…` gave it, and the grants `G`.
///
/// The kinds are a part of the type so that a second grant of a kind is an error of the compiler: it would replace the
/// first, or be lost, and neither is what somebody means who gives two.
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
pub trait Search<K>: GrantState {
    /// [`Given`] or [`NotGiven`]. A type that is known at once, so that an error points at the call that is wrong and
    /// not at all that stands in front of it.
    type Result;
}

/// There is a grant of the kind `K`, or there may be one.
#[derive(Debug)]
#[non_exhaustive]
pub enum Given<K> {
    #[doc(hidden)]
    Never(PhantomData<K>),
}

/// There is none.
#[derive(Debug)]
#[non_exhaustive]
pub enum NotGiven {}

/// What a [`Search`] for `K` must result in where a grant of this kind is added.
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

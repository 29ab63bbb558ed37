use super::grants::NotGiven;
use super::{Identity, VoiceIdentity};
use crate::sealed::Sealed;

/// The state of an access token that does not say yet whom it is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct NoIdentity;

/// The state of an access token that shall be for nobody in particular.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct Anonymous;

/// An access token that says whom it is for, or that it is for nobody in particular.
#[diagnostic::on_unimplemented(
    message = "this access token does not say whom it is for",
    label = "add `.identity(identity)`, or `.voice_identity(identity)` for Voice, before this call",
    note = "`.anonymous()` says that the token has no identity; most of Twilio's products need one"
)]
pub trait HasIdentity: Sealed {
    #[doc(hidden)]
    fn name(&self) -> Option<&str>;
}

/// An identity that a token may have beside what the search for a Voice grant resulted in.
#[diagnostic::on_unimplemented(
    message = "a token with a `VoiceGrant` takes a `VoiceIdentity`, and not every `Identity`",
    label = "use `.voice_identity(identity)` in place of `.identity(identity)`",
    note = "`identity` is a `VoiceIdentity`, letters, digits and underscores: `VoiceIdentity::try_from(identity)?`"
)]
pub trait Suits<Voice> {}

impl Sealed for NoIdentity {}
impl Sealed for Anonymous {}
impl Sealed for Identity {}
impl Sealed for VoiceIdentity {}

#[diagnostic::do_not_recommend]
impl HasIdentity for Anonymous {
    fn name(&self) -> Option<&str> {
        None
    }
}

#[diagnostic::do_not_recommend]
impl HasIdentity for Identity {
    fn name(&self) -> Option<&str> {
        Some(self.as_str())
    }
}

#[diagnostic::do_not_recommend]
impl HasIdentity for VoiceIdentity {
    fn name(&self) -> Option<&str> {
        Some(self.as_str())
    }
}

#[diagnostic::do_not_recommend]
impl Suits<NotGiven> for Identity {}

#[diagnostic::do_not_recommend]
impl<Voice> Suits<Voice> for VoiceIdentity {}

#[diagnostic::do_not_recommend]
impl<Voice> Suits<Voice> for Anonymous {}

// What is missing is said once, by `HasIdentity`.
#[diagnostic::do_not_recommend]
impl<Voice> Suits<Voice> for NoIdentity {}

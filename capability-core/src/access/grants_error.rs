use std::error::Error;
use std::fmt;

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

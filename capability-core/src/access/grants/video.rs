use super::wire::{Fields, ReadGrant, Unreadable, WriteGrant, member};
use crate::access::findings::VIDEO_ROOM;
use crate::inspect::{Findings, Quoted};
use crate::jwt::{Claim, Object};
use crate::values::RoomName;

pub(super) const VIDEO: Claim = member("/grants/video");
const ROOM: Claim = member("/grants/video/room");

/// Which video rooms the owner of a token may enter: all, or one.
///
/// ```
/// use twilio_capability_core::VideoGrant;
///
/// let any_room = VideoGrant::new();
/// let one_room = VideoGrant::new().room("daily".parse()?);
/// # Ok::<(), twilio_capability_core::StringError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct VideoGrant {
    room: Option<RoomName>,
}

impl VideoGrant {
    /// Every room.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// let grant = VideoGrant::new();
    /// # let token = AccessToken::new().voice_identity("john".parse()?).video(grant).credentials(&api_key).sign();
    /// # let inspection = inspect(token.as_str());
    /// let video = inspection.grants().unwrap().video.as_ref().unwrap();
    /// assert_eq!(video.room, None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// This room alone.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// let grant = VideoGrant::new().room("daily".parse()?);
    /// # let token = AccessToken::new().voice_identity("john".parse()?).video(grant).credentials(&api_key).sign();
    /// # let inspection = inspect(token.as_str());
    /// let video = inspection.grants().unwrap().video.as_ref().unwrap();
    /// assert_eq!(video.room.as_deref(), Some("daily"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn room(mut self, room: RoomName) -> Self {
        self.room = Some(room);
        self
    }
}

impl WriteGrant for VideoGrant {
    fn write(&self, grants: &mut Object<'_>) {
        grants.object(VIDEO.name(), |video| {
            if let Some(room) = &self.room {
                video.string(ROOM.name(), room.as_str());
            }
        });
    }
}

/// The Video grant of a token that was read.
///
/// ```
/// use twilio_capability_core::read::{ReadVideo, inspect};
/// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
/// # let token = john.video(VideoGrant::new().room("daily".parse()?)).sign();
///
/// let inspection = inspect(token.as_str());
/// let video: &ReadVideo = inspection.grants().unwrap().video.as_ref().unwrap();
/// assert_eq!(video.room.as_deref(), Some("daily"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct ReadVideo {
    /// The one room that may be entered, by name or SID; any room where there is none.
    pub room: Option<String>,
}

impl ReadGrant for ReadVideo {
    fn read(grants: &mut Fields<'_, '_, '_>) -> Option<Self> {
        grants.object(VIDEO, |video| Self { room: video.string(ROOM) })
    }

    fn explain(&self, unreadable: &Unreadable) -> Option<String> {
        match &self.room {
            Some(room) => Some(format!("Video: can enter room {}", Quoted(room))),
            None if unreadable.contains(ROOM) => None,
            None => Some("Video: can enter any room".to_owned()),
        }
    }

    fn find(&self, _: &Unreadable, findings: &mut Findings) {
        if self.room.as_ref().is_some_and(String::is_empty) {
            let sentence = "the room that can be entered has no name";
            findings.add(&VIDEO_ROOM, ROOM.path(), sentence);
        }
    }
}

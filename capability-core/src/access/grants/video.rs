use super::read_write::{Fields, ReadGrant, Unreadable, WriteGrant, member};
use crate::access::findings::VIDEO_ROOM;
use crate::inspect::{Findings, Quoted};
use crate::jwt::{Claim, Object};
use crate::values::RoomName;

pub(super) const VIDEO: Claim = member("/grants/video");
const ROOM: Claim = member("/grants/video/room");

/// Grant for Video: the user can enter all rooms, or one room.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::VideoGrant;
///
/// let any_room = VideoGrant::new();
/// let one_room = VideoGrant::new().room("daily".parse()?);
/// # Ok::<(), twilio_capability::StringError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[must_use = "a grant does nothing until a token has it"]
pub struct VideoGrant {
    room: Option<RoomName>,
}

impl VideoGrant {
    /// Creates a grant for all rooms.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, VideoGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let grant = VideoGrant::new();
    ///     let token = AccessToken::new().voice_identity("john".parse()?).video(grant).credentials(api_key).sign();
    ///     let inspection = inspect(token.as_str());
    ///     let video = inspection.grants().unwrap().video.as_ref().unwrap();
    ///     assert_eq!(video.room, None);
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
    pub fn new() -> Self {
        Self::default()
    }

    /// Restricts the grant to this room.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, VideoGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let grant = VideoGrant::new().room("daily".parse()?);
    ///     let token = AccessToken::new().voice_identity("john".parse()?).video(grant).credentials(api_key).sign();
    ///     let inspection = inspect(token.as_str());
    ///     let video = inspection.grants().unwrap().video.as_ref().unwrap();
    ///     assert_eq!(video.room.as_deref(), Some("daily"));
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
    pub fn room(mut self, room: RoomName) -> Self {
        self.room = Some(room);
        self
    }
}

impl WriteGrant for VideoGrant {
    fn write(&self, grants: &mut Object<'_>) {
        grants.object(VIDEO.name(), |video| {
            video.optional_string(ROOM.name(), self.room.as_ref());
        });
    }
}

/// The Video grant of a token that was read.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{ReadVideo, inspect};
/// use twilio_capability::{AccessToken, ApiKeyCredentials, VideoGrant};
///
/// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
///     let john = AccessToken::new().voice_identity("john".parse()?).credentials(api_key);
///     let token = john.video(VideoGrant::new().room("daily".parse()?)).sign();
///
///     let inspection = inspect(token.as_str());
///     let video: &ReadVideo = inspection.grants().unwrap().video.as_ref().unwrap();
///     assert_eq!(video.room.as_deref(), Some("daily"));
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
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct ReadVideo {
    /// The only room that can be entered, by its name or its SID. If it is `None`, all rooms can be entered.
    pub room: Option<String>,
}

impl ReadGrant for ReadVideo {
    fn read(grants: &mut Fields<'_, '_>) -> Option<Self> {
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

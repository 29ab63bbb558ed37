use super::grants::Grant;
use super::json::Object;
use crate::RoomName;
use crate::sealed::Sealed;

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

impl Sealed for VideoGrant {}

impl Grant for VideoGrant {
    fn place(&self) -> usize {
        1
    }

    fn write(&self, grants: &mut Object<'_>) {
        grants.object("video", |object| {
            if let Some(room) = &self.room {
                object.text("room", room.as_str());
            }
        });
    }
}

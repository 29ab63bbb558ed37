use twilio_capability_rules::string::{StringError, StringRule};

use super::string_value::string_value;

string_value! {
    /// The name or the SID of a video room.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::RoomName;
    ///
    /// const DAILY: RoomName = RoomName::from_static("daily stand-up");
    /// ```
    RoomName, StringError, [StringRule::ROOM.check], "room", "daily", ""
}

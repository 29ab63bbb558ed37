use twilio_capability_rules::string::{StringError, StringRule};

use super::string_value::string_value;

string_value! {
    /// A video room, by its name or by its SID.
    ///
    /// ```
    /// use twilio_capability_core::RoomName;
    ///
    /// const DAILY: RoomName = RoomName::from_static("daily stand-up");
    /// ```
    RoomName, StringError, [StringRule::ROOM.check], "room", "daily", ""
}

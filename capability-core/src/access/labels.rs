//! The texts of an access token that people choose.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};
use twilio_capability_rules::region::{self, RegionError};
use twilio_capability_rules::string::{StringError, StringRule};

use crate::names::{deserialize_str, name};

name! {
    /// Whom a token is for: any text but none, without control characters.
    ///
    /// A token with a Voice grant takes a [`VoiceIdentity`] instead, for which Twilio has a narrower rule.
    ///
    /// ```
    /// use twilio_capability_core::Identity;
    ///
    /// const ZOE: Identity = Identity::from_static("zoë@example.com");
    ///
    /// let error = "zoë\n".parse::<Identity>().unwrap_err();
    /// assert_eq!(error.to_string(), "character 4 of this identity is a line break");
    /// ```
    Identity, StringError, [StringRule::IDENTITY.check], "identity", "john@example.com", ""
}

name! {
    /// Whom a token with a Voice grant is for: letters (`A-Z`, `a-z`), digits and underscores, 1 to 121 of them.
    ///
    /// It is the name that calls are taken as and come from, and obeys the rule of the
    /// [`ClientName`](crate::ClientName) of a capability token.
    ///
    /// ```
    /// use twilio_capability_core::VoiceIdentity;
    ///
    /// const JOHN: VoiceIdentity = VoiceIdentity::from_static("john");
    ///
    /// let error = "john@example.com".parse::<VoiceIdentity>().unwrap_err();
    /// assert_eq!(error.to_string(), "character 5 of this Voice identity is `@`");
    /// ```
    VoiceIdentity, StringError, [StringRule::VOICE_IDENTITY.check], "Voice identity", "john_2", "a b"
}

name! {
    /// A video room, by its name or by its SID.
    ///
    /// ```
    /// use twilio_capability_core::RoomName;
    ///
    /// const DAILY: RoomName = RoomName::from_static("daily stand-up");
    /// ```
    RoomName, StringError, [StringRule::ROOM.check], "room", "daily", ""
}

name! {
    /// One device of an identity that has several.
    ///
    /// ```
    /// use twilio_capability_core::EndpointId;
    ///
    /// const PHONE: EndpointId = EndpointId::from_static("phone");
    /// ```
    EndpointId, StringError, [StringRule::ENDPOINT_ID.check], "endpoint ID", "phone", ""
}

name! {
    /// What a TaskRouter worker may do: Twilio has `worker` and `supervisor`.
    ///
    /// ```
    /// use twilio_capability_core::WorkerRole;
    ///
    /// assert_eq!(WorkerRole::WORKER, "worker".parse()?);
    /// # Ok::<(), twilio_capability_core::StringError>(())
    /// ```
    WorkerRole, StringError, [StringRule::WORKER_ROLE.check], "role", "worker", ""
}

impl WorkerRole {
    /// `worker`
    ///
    /// ```
    /// # use twilio_capability_core::WorkerRole;
    /// assert_eq!(WorkerRole::WORKER.as_str(), "worker");
    /// ```
    pub const WORKER: Self = Self::from_static("worker");

    /// `supervisor`
    ///
    /// ```
    /// # use twilio_capability_core::WorkerRole;
    /// assert_eq!(WorkerRole::SUPERVISOR.as_str(), "supervisor");
    /// ```
    pub const SUPERVISOR: Self = Self::from_static("supervisor");
}

name! {
    /// What tells a token from all others: its `jti` claim.
    ///
    /// ```
    /// use twilio_capability_core::TokenId;
    ///
    /// let id: TokenId = "order-4711".parse()?;
    /// # Ok::<(), twilio_capability_core::StringError>(())
    /// ```
    TokenId, StringError, [StringRule::TOKEN_ID.check], "token ID", "order-4711", ""
}

name! {
    /// Where Twilio processes and stores what the token's owner does, and where the API key was made: a key is known
    /// in its own region alone.
    ///
    /// Any code of the right form can be parsed, for regions that are newer than this library.
    ///
    /// ```
    /// use twilio_capability_core::Region;
    ///
    /// assert_eq!(Region::AU1, "au1".parse()?);
    /// assert_eq!("sydney".parse::<Region>().unwrap_err().help().as_str(), "did you mean `au1`?");
    /// # Ok::<(), twilio_capability_core::RegionError>(())
    /// ```
    Region, RegionError, [region::check], "region", "au1", "AU1"
}

/// The first three are Twilio's Regions of today. The others are older: Twilio names them "legacy" and has edge
/// locations in their place, which an access token does not need.
impl Region {
    /// United States, the default.
    ///
    /// ```
    /// # use twilio_capability_core::Region;
    /// assert_eq!(Region::US1.as_str(), "us1");
    /// ```
    pub const US1: Self = Self::from_static("us1");

    /// Ireland.
    ///
    /// ```
    /// # use twilio_capability_core::Region;
    /// assert_eq!(Region::IE1.as_str(), "ie1");
    /// ```
    pub const IE1: Self = Self::from_static("ie1");

    /// Australia.
    ///
    /// ```
    /// # use twilio_capability_core::Region;
    /// assert_eq!(Region::AU1.as_str(), "au1");
    /// ```
    pub const AU1: Self = Self::from_static("au1");

    /// Brazil.
    ///
    /// ```
    /// # use twilio_capability_core::Region;
    /// assert_eq!(Region::BR1.as_str(), "br1");
    /// ```
    pub const BR1: Self = Self::from_static("br1");

    /// Germany.
    ///
    /// ```
    /// # use twilio_capability_core::Region;
    /// assert_eq!(Region::DE1.as_str(), "de1");
    /// ```
    pub const DE1: Self = Self::from_static("de1");

    /// Japan.
    ///
    /// ```
    /// # use twilio_capability_core::Region;
    /// assert_eq!(Region::JP1.as_str(), "jp1");
    /// ```
    pub const JP1: Self = Self::from_static("jp1");

    /// Singapore.
    ///
    /// ```
    /// # use twilio_capability_core::Region;
    /// assert_eq!(Region::SG1.as_str(), "sg1");
    /// ```
    pub const SG1: Self = Self::from_static("sg1");

    /// United States, west coast.
    ///
    /// ```
    /// # use twilio_capability_core::Region;
    /// assert_eq!(Region::US2.as_str(), "us2");
    /// ```
    pub const US2: Self = Self::from_static("us2");
}

impl From<VoiceIdentity> for Identity {
    /// What Voice takes, the others take.
    fn from(identity: VoiceIdentity) -> Self {
        Self(identity.0)
    }
}

impl TryFrom<Identity> for VoiceIdentity {
    type Error = StringError;

    fn try_from(identity: Identity) -> Result<Self, Self::Error> {
        StringRule::VOICE_IDENTITY.check(&identity.0)?;
        Ok(Self(identity.0))
    }
}

impl TryFrom<crate::ClientName> for VoiceIdentity {
    type Error = StringError;

    /// Fails for a name that was made by [`ClientName::lenient`](crate::ClientName::lenient) alone.
    fn try_from(name: crate::ClientName) -> Result<Self, Self::Error> {
        Self::try_from(name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use twilio_capability_rules::region::KNOWN;

    use super::*;

    #[test]
    fn the_known_regions_have_constants() {
        let constants = [
            Region::US1,
            Region::IE1,
            Region::AU1,
            Region::BR1,
            Region::DE1,
            Region::JP1,
            Region::SG1,
            Region::US2,
        ];
        assert!(constants.iter().map(Region::as_str).eq(KNOWN));
    }

    #[test]
    fn identities_turn_into_each_other_where_the_rule_allows() {
        let john = Identity::from(VoiceIdentity::from_static("john"));
        assert_eq!(VoiceIdentity::try_from(john).unwrap().as_str(), "john");
        assert!(VoiceIdentity::try_from(Identity::from_static("zoë")).is_err());
        let lenient = crate::ClientName::lenient("zoë").unwrap();
        assert!(VoiceIdentity::try_from(lenient).is_err());
        assert_eq!(serde_json::from_str::<Identity>("\"zoë\"").unwrap().as_str(), "zoë");
    }
}

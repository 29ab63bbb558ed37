use twilio_capability_rules::region::{self, RegionError};

use super::string_value::string_value;

string_value! {
    /// A region of Twilio, where it processes and stores data.
    ///
    /// A token needs the region in which the API key was created, because a key exists only in its region.
    ///
    /// Any code of the right form can be parsed, so that you can use regions that are newer than this library.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Region;
    ///
    /// assert_eq!(Region::AU1, "au1".parse::<Region>()?);
    /// assert_eq!("sydney".parse::<Region>().unwrap_err().help().as_str(), "did you mean `au1`?");
    /// # Ok::<(), twilio_capability::RegionError>(())
    /// ```
    Region, RegionError, [region::check], "region", "au1", "AU1"
}

/// The first three are the current regions of Twilio. Twilio calls the others "legacy" and has replaced them with edge
/// locations, which an access token does not need.
impl Region {
    /// United States, the default.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Region;
    ///
    /// assert_eq!(Region::US1.as_str(), "us1");
    /// ```
    pub const US1: Self = Self::from_static("us1");

    /// Ireland.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Region;
    ///
    /// assert_eq!(Region::IE1.as_str(), "ie1");
    /// ```
    pub const IE1: Self = Self::from_static("ie1");

    /// Australia.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Region;
    ///
    /// assert_eq!(Region::AU1.as_str(), "au1");
    /// ```
    pub const AU1: Self = Self::from_static("au1");

    /// Brazil.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Region;
    ///
    /// assert_eq!(Region::BR1.as_str(), "br1");
    /// ```
    pub const BR1: Self = Self::from_static("br1");

    /// Germany.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Region;
    ///
    /// assert_eq!(Region::DE1.as_str(), "de1");
    /// ```
    pub const DE1: Self = Self::from_static("de1");

    /// Japan.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Region;
    ///
    /// assert_eq!(Region::JP1.as_str(), "jp1");
    /// ```
    pub const JP1: Self = Self::from_static("jp1");

    /// Singapore.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Region;
    ///
    /// assert_eq!(Region::SG1.as_str(), "sg1");
    /// ```
    pub const SG1: Self = Self::from_static("sg1");

    /// United States, west coast.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Region;
    ///
    /// assert_eq!(Region::US2.as_str(), "us2");
    /// ```
    pub const US2: Self = Self::from_static("us2");
}

#[cfg(test)]
mod tests {
    use twilio_capability_rules::region::KNOWN;

    use super::*;

    #[test]
    fn every_known_region_has_a_constant() {
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
}

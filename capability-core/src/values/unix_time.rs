use std::fmt;
use std::ops::{Add, AddAssign, Sub, SubAssign};
use std::str::FromStr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};
use twilio_capability_rules::time::{self, TimeError};

use super::clock;
use super::deserialize::deserialize_number_or_str;
use super::ttl::Ttl;

/// A point in time: whole seconds since 1970-01-01T00:00:00Z, up to the end of the year 9999.
///
/// `Display` writes it as RFC 3339 does, in UTC. `FromStr` reads that, and a number of seconds.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::UnixTime;
///
/// let time = UnixTime::from_secs(1_700_000_000)?;
/// assert_eq!(time.to_string(), "2023-11-14T22:13:20Z");
/// assert_eq!(time, "2023-11-14T22:13:20Z".parse()?);
///
/// let error = UnixTime::from_secs(1_700_000_000_000).unwrap_err();
/// assert_eq!(error.help().as_str(), "the unit is seconds, not milliseconds: did you mean 1700000000?");
/// # Ok::<(), twilio_capability::TimeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnixTime {
    seconds: u64,
}

impl UnixTime {
    /// 1970-01-01T00:00:00Z.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::UnixTime;
    ///
    /// assert_eq!(UnixTime::EPOCH.to_string(), "1970-01-01T00:00:00Z");
    /// ```
    pub const EPOCH: Self = Self { seconds: 0 };

    /// The last second of the year 9999.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::UnixTime;
    ///
    /// assert_eq!(UnixTime::MAX.to_string(), "9999-12-31T23:59:59Z");
    /// ```
    pub const MAX: Self = Self { seconds: time::MAX };

    /// A number of seconds since 1970.
    ///
    /// # Errors
    ///
    /// It is after the year 9999: most likely milliseconds.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::UnixTime;
    ///
    /// assert_eq!(UnixTime::from_secs(0), Ok(UnixTime::EPOCH));
    /// ```
    pub const fn from_secs(seconds: u64) -> Result<Self, TimeError> {
        match time::check(seconds) {
            Ok(seconds) => Ok(Self { seconds }),
            Err(error) => Err(error),
        }
    }

    /// The system's clock, cut to whole seconds. On `wasm32-unknown-unknown` it is JavaScript's `Date.now()`.
    ///
    /// With the feature `coarse_clock`, on 64-bit Linux, it can be one second behind for a moment after the system stood still.
    ///
    /// A clock before 1970 reads as 1970 and one after 9999 as the end of 9999: a token that is made by it has
    /// expired or is not yet valid for everybody else.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::UnixTime;
    ///
    /// assert!(UnixTime::now() > UnixTime::EPOCH);
    /// ```
    #[must_use]
    pub fn now() -> Self {
        Self { seconds: clock::seconds().min(time::MAX) }
    }

    /// The number of seconds since 1970.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::UnixTime;
    ///
    /// assert_eq!(UnixTime::EPOCH.as_secs(), 0);
    /// ```
    #[must_use]
    pub const fn as_secs(self) -> u64 {
        self.seconds
    }

    /// The time that is `ttl` later, or the end of the year 9999 if that is sooner.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{Ttl, UnixTime};
    ///
    /// assert_eq!(UnixTime::EPOCH.after(Ttl::from_static(60)).as_secs(), 60);
    /// ```
    #[must_use]
    pub fn after(self, ttl: Ttl) -> Self {
        Self { seconds: self.seconds.saturating_add(ttl.as_secs().into()).min(time::MAX) }
    }
}

impl TryFrom<SystemTime> for UnixTime {
    type Error = TimeError;

    /// Cuts off the fraction of a second.
    fn try_from(time: SystemTime) -> Result<Self, Self::Error> {
        match time.duration_since(UNIX_EPOCH) {
            Ok(since) => Self::from_secs(since.as_secs()),
            Err(_) => Err(TimeError::before_epoch()),
        }
    }
}

impl FromStr for UnixTime {
    type Err = TimeError;

    /// A number of seconds since 1970, or a date and time as in RFC 3339. A fraction of a second is cut off.
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        time::parse(s).map(|seconds| Self { seconds })
    }
}

impl Add<Duration> for UnixTime {
    type Output = Self;

    /// The time that is `duration` later, or the end of the year 9999 if that is sooner. A fraction of a second in
    /// `duration` does not count.
    fn add(self, duration: Duration) -> Self {
        Self { seconds: self.seconds.saturating_add(duration.as_secs()).min(time::MAX) }
    }
}

impl AddAssign<Duration> for UnixTime {
    fn add_assign(&mut self, duration: Duration) {
        *self = *self + duration;
    }
}

impl Sub<Duration> for UnixTime {
    type Output = Self;

    /// The time that was `duration` earlier, or the start of 1970 if that is later. A fraction of a second in `duration`
    /// does not count.
    fn sub(self, duration: Duration) -> Self {
        Self { seconds: self.seconds.saturating_sub(duration.as_secs()) }
    }
}

impl SubAssign<Duration> for UnixTime {
    fn sub_assign(&mut self, duration: Duration) {
        *self = *self - duration;
    }
}

impl Serialize for UnixTime {
    /// The number of seconds since 1970.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.seconds)
    }
}

impl<'de> Deserialize<'de> for UnixTime {
    /// A number of seconds since 1970, or a string as [`FromStr`] reads it.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "a time such as 1700000000 or \"2023-11-14T22:13:20Z\"";
        deserialize_number_or_str(deserializer, expected, Self::from_secs, TimeError::before_epoch, |s| {
            s.parse()
        })
    }
}

impl fmt::Display for UnixTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, second) = (self.seconds / 86_400, self.seconds % 86_400);
        // Years are counted from March here, so that the leap day is the last of its year and every 400 years
        // (146 097 days) are alike; 1970-01-01 is day 719 468 after 0000-03-01.
        let (era, day) = ((days + 719_468) / 146_097, (days + 719_468) % 146_097);
        let year_of_era = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day_of_year = day - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day_of_month = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = era * 400 + year_of_era + u64::from(month <= 2);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        f.pad(&format!("{year:04}-{month:02}-{day_of_month:02}T{hour:02}:{minute:02}:{second:02}Z"))
    }
}

impl fmt::Debug for UnixTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UnixTime({})", self.seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_gregorian_calendar() {
        for (seconds, date) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (951_868_800, "2000-03-01T00:00:00Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
            (4_107_542_399, "2100-02-28T23:59:59Z"),
            (1_735_689_599, "2024-12-31T23:59:59Z"),
            (253_402_300_799, "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(UnixTime::from_secs(seconds).unwrap().to_string(), date);
        }
    }

    #[test]
    fn a_clock_before_1970_is_an_error_and_a_fraction_is_cut() {
        let before = UNIX_EPOCH - Duration::from_millis(1);
        assert_eq!(UnixTime::try_from(before), Err(TimeError::before_epoch()));
        assert_eq!(UnixTime::try_from(UNIX_EPOCH + Duration::from_millis(1999)).unwrap().as_secs(), 1);
        assert_eq!(UnixTime::MAX.after(Ttl::MAX), UnixTime::MAX);
    }

    #[test]
    fn times_move_by_durations_within_the_range() {
        let time = |seconds| UnixTime::from_secs(seconds).unwrap();
        assert_eq!(time(10) + Duration::from_millis(5999), time(15));
        assert_eq!(time(10) - Duration::from_millis(5999), time(5));
        assert_eq!((time(10) - Duration::MAX, time(10) + Duration::MAX), (UnixTime::EPOCH, UnixTime::MAX));
        let mut moved = time(10);
        moved += Duration::from_secs(5);
        moved -= Duration::from_secs(1);
        assert_eq!(moved, time(14));
    }

    #[test]
    fn a_time_in_a_configuration_is_a_number_or_a_date() {
        let time = UnixTime::from_secs(1_700_000_000).unwrap();
        for json in ["1700000000", "\"1700000000\"", "\"2023-11-14T22:13:20Z\""] {
            assert_eq!(serde_json::from_str::<UnixTime>(json).unwrap(), time, "{json}");
        }
        assert_eq!(serde_json::to_string(&time).unwrap(), "1700000000");
        for (json, says) in [
            ("-1", "this time is before 1970"),
            ("1700000000000", "is later than the year 9999"),
            ("\"tomorrow\"", "this is not a time"),
            ("true", "expected a time such as 1700000000"),
        ] {
            let error = serde_json::from_str::<UnixTime>(json).unwrap_err().to_string();
            assert!(error.contains(says), "{json}: {error}");
        }
    }

    #[test]
    fn a_time_is_read_as_it_is_written() {
        for seconds in [0, 951_782_399, 951_782_400, 4_107_542_400, 253_402_300_799] {
            let time = UnixTime::from_secs(seconds).unwrap();
            assert_eq!(time.to_string().parse(), Ok(time));
        }
        assert!("yesterday".parse::<UnixTime>().is_err());
    }

    #[test]
    fn a_time_shows_its_seconds_to_programmers() {
        assert_eq!(format!("{:?}", UnixTime::from_secs(17).unwrap()), "UnixTime(17)");
    }
}

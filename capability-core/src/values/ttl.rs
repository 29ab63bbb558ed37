use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};
use twilio_capability_rules::lifetime::{self, LifetimeError};

use super::deserialize::deserialize_number_or_str;

/// How long a token lives: whole seconds, from 1 s to 24 hours; by default one hour.
///
/// The bounds are Twilio's (errors 20157 and 31207), the default is that of its libraries.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use std::time::Duration;
/// use twilio_capability::Ttl;
///
/// const SHORT: Ttl = Ttl::from_static(5);
/// assert_eq!(Ttl::from_mins(5)?, Ttl::try_from(Duration::from_secs(300))?);
/// assert_eq!(Ttl::default().as_secs(), 3600);
/// assert_eq!("5m".parse::<Ttl>()?.to_string(), "5m");
///
/// let error = Ttl::from_secs(300_000).unwrap_err();
/// assert_eq!(error.to_string(), "a token lives at most 24 hours (86400 s), not 300000 s");
/// # Ok::<(), twilio_capability::LifetimeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ttl {
    seconds: u32,
}

impl Ttl {
    /// One second.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Ttl;
    ///
    /// assert_eq!(Ttl::MIN.as_secs(), 1);
    /// ```
    pub const MIN: Self = Self { seconds: lifetime::MIN };

    /// 24 hours.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Ttl;
    ///
    /// assert_eq!(Ttl::MAX.as_secs(), 24 * 60 * 60);
    /// ```
    pub const MAX: Self = Self { seconds: lifetime::MAX };

    pub(crate) const DEFAULT: Self = Self { seconds: lifetime::DEFAULT };

    /// A number of seconds that is written in the source.
    ///
    /// # Panics
    ///
    /// If it is 0 or above 86 400. In a `const` that is a compile error.
    ///
    /// ```compile_fail
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Ttl;
    ///
    /// const TTL: Ttl = Ttl::from_static(90_000);
    /// ```
    #[must_use]
    #[track_caller]
    #[expect(clippy::panic, reason = "documented; meant for constants")]
    pub const fn from_static(seconds: u32) -> Self {
        match lifetime::check(seconds as u64) {
            Ok(seconds) => Self { seconds },
            Err(error) => panic!("{}", error.report().as_str()),
        }
    }

    /// A number of seconds.
    ///
    /// # Errors
    ///
    /// It is 0 or above 86 400 (24 hours).
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Ttl;
    ///
    /// assert_eq!(Ttl::from_secs(86_400), Ok(Ttl::MAX));
    /// assert!(Ttl::from_secs(0).is_err());
    /// ```
    pub const fn from_secs(seconds: u64) -> Result<Self, LifetimeError> {
        match lifetime::check(seconds) {
            Ok(seconds) => Ok(Self { seconds }),
            Err(error) => Err(error),
        }
    }

    /// A number of minutes.
    ///
    /// # Errors
    ///
    /// It is 0 or above 1440 (24 hours).
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Ttl;
    ///
    /// assert_eq!(Ttl::from_mins(1440), Ok(Ttl::MAX));
    /// ```
    pub const fn from_mins(minutes: u64) -> Result<Self, LifetimeError> {
        Self::from_secs(minutes.saturating_mul(60))
    }

    /// A number of hours.
    ///
    /// # Errors
    ///
    /// It is 0 or above 24.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Ttl;
    ///
    /// assert_eq!(Ttl::from_hours(24), Ok(Ttl::MAX));
    /// ```
    pub const fn from_hours(hours: u64) -> Result<Self, LifetimeError> {
        Self::from_secs(hours.saturating_mul(3600))
    }

    /// A number of seconds; the shortest or the longest lifetime where it is out of range.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Ttl;
    ///
    /// assert_eq!(Ttl::saturating_from_secs(300).as_secs(), 300);
    /// assert_eq!(Ttl::saturating_from_secs(0), Ttl::MIN);
    /// assert_eq!(Ttl::saturating_from_secs(u64::MAX), Ttl::MAX);
    /// ```
    #[must_use]
    pub const fn saturating_from_secs(seconds: u64) -> Self {
        match Self::from_secs(seconds) {
            Ok(ttl) => ttl,
            Err(_) if seconds == 0 => Self::MIN,
            Err(_) => Self::MAX,
        }
    }

    /// The number of seconds.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Ttl;
    ///
    /// assert_eq!(Ttl::default().as_secs(), 3600);
    /// ```
    #[must_use]
    pub const fn as_secs(self) -> u32 {
        self.seconds
    }
}

impl Default for Ttl {
    /// One hour, as in all of Twilio's libraries.
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl TryFrom<u64> for Ttl {
    type Error = LifetimeError;

    /// A number of seconds, as [`Ttl::from_secs`].
    fn try_from(seconds: u64) -> Result<Self, Self::Error> {
        Self::from_secs(seconds)
    }
}

impl FromStr for Ttl {
    type Err = LifetimeError;

    /// A number of seconds, or a number with the unit `s`, `m` or `h`: `300`, `300s`, `5m`, `1h`.
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        lifetime::parse(s).map(|seconds| Self { seconds })
    }
}

impl fmt::Display for Ttl {
    /// The number in the largest unit that divides it: `90s`, `5m`, `1h`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.seconds;
        f.pad(&match seconds {
            _ if seconds.is_multiple_of(3600) => format!("{}h", seconds / 3600),
            _ if seconds.is_multiple_of(60) => format!("{}m", seconds / 60),
            _ => format!("{seconds}s"),
        })
    }
}

impl Serialize for Ttl {
    /// The number of seconds.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.seconds.into())
    }
}

impl<'de> Deserialize<'de> for Ttl {
    /// A number of seconds, or a string as [`FromStr`] reads it: `300` or `"5m"`.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "a lifetime such as 300 or \"5m\"";
        deserialize_number_or_str(deserializer, expected, Self::from_secs, LifetimeError::negative, |s| {
            s.parse()
        })
    }
}

impl TryFrom<Duration> for Ttl {
    type Error = LifetimeError;

    /// A token's times are whole seconds; a duration with a fraction is refused rather than rounded. To round it
    /// down, convert `Duration::from_secs(duration.as_secs())`.
    fn try_from(duration: Duration) -> Result<Self, Self::Error> {
        if duration.subsec_nanos() != 0 {
            return Err(LifetimeError::fraction());
        }
        Self::from_secs(duration.as_secs())
    }
}

impl From<Ttl> for Duration {
    fn from(ttl: Ttl) -> Self {
        Self::from_secs(ttl.seconds.into())
    }
}

impl fmt::Debug for Ttl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ttl({} s)", self.seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn out_of_range_is_an_error_with_the_reason() {
        for seconds in [0, 86_401, u64::MAX] {
            assert!(Ttl::from_secs(seconds).is_err());
        }
        assert!(Ttl::from_mins(u64::MAX).is_err());
        assert_eq!(Ttl::from_mins(1440), Ok(Ttl::MAX));
        assert_eq!(Ttl::from_secs(1), Ok(Ttl::MIN));
    }

    #[test]
    fn a_fraction_of_a_second_is_refused_not_rounded() {
        let error = Ttl::try_from(Duration::from_millis(1500)).unwrap_err();
        assert_eq!(error, LifetimeError::fraction());
        assert_eq!(Duration::from(Ttl::MAX), Duration::from_secs(86_400));
        assert!(Ttl::try_from(Duration::ZERO).is_err());
    }

    #[test]
    fn a_lifetime_in_a_configuration_is_a_number_or_a_string() {
        for (json, seconds) in [("300", 300), ("\"300\"", 300), ("\"5m\"", 300), ("\"24h\"", 86_400)] {
            let ttl: Ttl = serde_json::from_str(json).unwrap();
            assert_eq!(ttl.as_secs(), seconds, "{json}");
            assert_eq!(serde_json::to_string(&ttl).unwrap(), seconds.to_string());
        }
        for (json, says) in [
            ("0", "a token that lives 0 s is never valid"),
            ("-5", "a lifetime cannot be negative"),
            ("86401", "a token lives at most 24 hours"),
            ("\"5 minutes\"", "this is not a lifetime"),
            ("1.5", "expected a lifetime such as 300 or \"5m\""),
            ("null", "expected a lifetime such as 300 or \"5m\""),
        ] {
            let error = serde_json::from_str::<Ttl>(json).unwrap_err().to_string();
            assert!(error.contains(says), "{json}: {error}");
        }
    }

    #[test]
    fn a_lifetime_is_written_as_it_is_read() {
        for seconds in [1, 59, 60, 61, 90, 3599, 3600, 5400, 86_399, 86_400] {
            let ttl = Ttl::try_from(seconds).unwrap();
            assert_eq!(ttl.to_string().parse(), Ok(ttl), "{ttl}");
        }
        assert_eq!([1, 300, 3600, 5400].map(|s| Ttl::from_static(s).to_string()), ["1s", "5m", "1h", "90m"]);
        assert_eq!(format!("{:>4}", Ttl::MAX), " 24h");
        assert_eq!(Ttl::from_hours(25), Ttl::from_secs(90_000));
        assert!(Ttl::from_hours(u64::MAX).is_err());
    }

    #[test]
    #[should_panic(expected = "a token that lives 0 s is never valid")]
    fn from_static_panics_with_the_rule() {
        let _ = Ttl::from_static(0);
    }

    #[test]
    fn a_lifetime_shows_its_seconds_to_programmers() {
        assert_eq!(format!("{:?}", Ttl::from_static(300)), "Ttl(300 s)");
    }
}

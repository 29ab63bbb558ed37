//! Points in time: whole seconds since 1970-01-01T00:00:00Z, as the claims `exp` and `nbf` hold them.
//!
//! [`check`] refuses a time after the year 9999, because such a number is most likely in milliseconds. Every JSON reader
//! keeps all digits of smaller numbers.

mod parse;

pub use self::parse::parse;

use crate::error::impl_error;
use crate::message::Message;

/// The last second of the year 9999.
///
/// ```
/// use twilio_capability_rules::time;
///
/// assert!(time::check(time::MAX).is_ok());
/// assert!(time::check(time::MAX + 1).is_err());
/// ```
pub const MAX: u64 = 253_402_300_799;

/// Checks a point in time, in seconds since the epoch.
///
/// ```
/// use twilio_capability_rules::time;
///
/// assert_eq!(time::check(1_700_000_000), Ok(1_700_000_000));
/// let error = time::check(1_700_000_000_000).unwrap_err();
/// assert_eq!(error.help().as_str(), "the unit is seconds, not milliseconds: did you mean 1700000000?");
/// ```
///
/// # Errors
///
/// The time is after the year 9999.
pub const fn check(seconds: u64) -> Result<u64, TimeError> {
    if seconds > MAX { Err(TimeError { kind: TimeErrorKind::TooLate(seconds) }) } else { Ok(seconds) }
}

/// Why a number or the time of a clock cannot be in a token.
///
/// ```
/// # use twilio_capability_rules::time as twilio_capability;
/// use twilio_capability::TimeError;
///
/// fn check(error: &TimeError) {
///     // The error of `UnixTime::from_secs(u64::MAX)`.
///     assert!(error.to_string().ends_with("is later than the year 9999"));
/// }
/// # check(&twilio_capability_rules::time::check(u64::MAX).unwrap_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TimeError {
    kind: TimeErrorKind,
}

/// The part of the rule that a time breaks.
///
/// ```
/// # use twilio_capability_rules::time as twilio_capability;
/// use twilio_capability::{TimeError, TimeErrorKind};
///
/// assert_eq!(TimeError::before_epoch().kind(), TimeErrorKind::BeforeEpoch);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum TimeErrorKind {
    /// Before 1970.
    BeforeEpoch,
    /// After the year 9999: this many seconds.
    TooLate(u64),
    /// Neither a number of seconds nor a date and time as in RFC 3339.
    Form,
}

impl TimeError {
    /// The error for a time before 1970, for callers whose clock can return one.
    ///
    /// ```
    /// # use twilio_capability_rules::time as twilio_capability;
    /// use twilio_capability::TimeError;
    ///
    /// assert_eq!(TimeError::before_epoch().to_string(), "this time is before 1970");
    /// ```
    #[must_use]
    pub const fn before_epoch() -> Self {
        Self { kind: TimeErrorKind::BeforeEpoch }
    }

    /// The part of the rule that the time breaks.
    ///
    /// ```
    /// # use twilio_capability_rules::time as twilio_capability;
    /// use twilio_capability::{TimeError, TimeErrorKind};
    ///
    /// fn check(error: &TimeError) {
    ///     // The error of `UnixTime::from_secs(u64::MAX)`.
    ///     assert_eq!(error.kind(), TimeErrorKind::TooLate(u64::MAX));
    /// }
    /// # check(&twilio_capability_rules::time::check(u64::MAX).unwrap_err());
    /// ```
    #[must_use]
    pub const fn kind(&self) -> TimeErrorKind {
        self.kind
    }

    /// What is wrong, as a sentence.
    ///
    /// ```
    /// # use twilio_capability_rules::time as twilio_capability;
    /// use twilio_capability::TimeError;
    ///
    /// fn check(error: &TimeError) {
    ///     // The error of `UnixTime::from_secs(u64::MAX)`.
    ///     assert!(error.headline().as_str().ends_with("is later than the year 9999"));
    /// }
    /// # check(&twilio_capability_rules::time::check(u64::MAX).unwrap_err());
    /// ```
    #[must_use]
    pub const fn headline(&self) -> Message {
        match self.kind {
            TimeErrorKind::BeforeEpoch => Message::new().str("this time is before 1970"),
            // A larger number than fits became the largest one.
            TimeErrorKind::TooLate(u64::MAX) => {
                Message::new().number(u64::MAX).str(" s or more after 1970 is later than the year 9999")
            }
            TimeErrorKind::TooLate(seconds) => {
                Message::new().number(seconds).str(" s after 1970 is later than the year 9999")
            }
            TimeErrorKind::Form => Message::new().str("this is not a time"),
        }
    }

    /// What to type instead.
    ///
    /// ```
    /// # use twilio_capability_rules::time as twilio_capability;
    /// use twilio_capability::TimeError;
    ///
    /// fn check(error: &TimeError) {
    ///     // The error of `UnixTime::from_secs(u64::MAX)`.
    ///     assert_eq!(error.help().as_str(), "a time is a number of seconds since 1970");
    /// }
    /// # check(&twilio_capability_rules::time::check(u64::MAX).unwrap_err());
    /// ```
    #[must_use]
    pub const fn help(&self) -> Message {
        match self.kind {
            TimeErrorKind::BeforeEpoch => {
                Message::new().str("set the clock: tokens count seconds since 1970")
            }
            TimeErrorKind::TooLate(seconds) if seconds / 1000 <= MAX => Message::new()
                .str("the unit is seconds, not milliseconds: did you mean ")
                .number(seconds / 1000)
                .str("?"),
            TimeErrorKind::Form => Message::new()
                .str("write seconds since 1970, or a date and time: `1700000000`, `2023-11-14T22:13:20Z`"),
            TimeErrorKind::TooLate(_) => Message::new().str("a time is a number of seconds since 1970"),
        }
    }

    /// Headline and help.
    ///
    /// ```
    /// # use twilio_capability_rules::time as twilio_capability;
    /// use twilio_capability::TimeError;
    ///
    /// fn check(error: &TimeError) {
    ///     // The error of `UnixTime::from_secs(u64::MAX)`.
    ///     let report = error.report();
    ///     assert!(report.as_str().ends_with("\n= help: a time is a number of seconds since 1970"));
    /// }
    /// # check(&twilio_capability_rules::time::check(u64::MAX).unwrap_err());
    /// ```
    #[must_use]
    pub const fn report(&self) -> Message {
        Message::report(&self.headline(), "", None, &self.help())
    }
}

impl_error!(TimeError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bound_is_the_year_9999() {
        assert_eq!(check(MAX), Ok(MAX));
        assert_eq!(check(MAX + 1).unwrap_err().kind(), TimeErrorKind::TooLate(MAX + 1));
        assert_eq!(
            check(MAX + 1).unwrap_err().headline().as_str(),
            "253402300800 s after 1970 is later than the year 9999"
        );
        assert_eq!(check(u64::MAX).unwrap_err().help().as_str(), "a time is a number of seconds since 1970");
        let error = TimeError::before_epoch();
        assert_eq!(error.headline().as_str(), "this time is before 1970");
        assert_eq!(error.help().as_str(), "set the clock: tokens count seconds since 1970");
    }

    #[test]
    fn milliseconds_are_recognised() {
        let help = |seconds| check(seconds).unwrap_err().help();
        let last = "the unit is seconds, not milliseconds: did you mean 253402300799?";
        assert_eq!(help(MAX * 1000 + 999).as_str(), last);
        assert_eq!(help(MAX * 1000 + 1000).as_str(), "a time is a number of seconds since 1970");
    }
}

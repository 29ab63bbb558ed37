//! How long a token lives: above 0, at most 24 hours, in whole seconds.
//!
//! Source: Twilio's errors 20157 and 31207. The default of one hour is that of every Twilio library.

use crate::error::impl_error;
use crate::message::Message;

/// The shortest lifetime, in seconds.
///
/// ```
/// use twilio_capability_rules::lifetime;
///
/// assert_eq!(lifetime::check(lifetime::MIN.into()), Ok(1));
/// ```
pub const MIN: u32 = 1;

/// The longest lifetime, in seconds: 24 hours.
///
/// ```
/// use twilio_capability_rules::lifetime;
///
/// assert!(lifetime::check(u64::from(lifetime::MAX) + 1).is_err());
/// ```
pub const MAX: u32 = 86_400;

/// The lifetime of a token for which none is set, in seconds.
///
/// ```
/// use twilio_capability_rules::lifetime;
///
/// assert_eq!(lifetime::DEFAULT, 60 * 60);
/// ```
pub const DEFAULT: u32 = 3600;

/// Checks a lifetime in seconds, and returns it as a `u32`, which holds every lifetime that is allowed.
///
/// ```
/// use twilio_capability_rules::lifetime;
///
/// assert_eq!(lifetime::check(300), Ok(300));
/// let error = lifetime::check(90_000).unwrap_err();
/// assert_eq!(error.to_string(), "a token lives at most 24 hours (86400 s), not 90000 s");
/// ```
///
/// # Errors
///
/// The lifetime is 0 or above 24 hours.
pub const fn check(seconds: u64) -> Result<u32, LifetimeError> {
    if seconds == 0 {
        return Err(LifetimeError { kind: LifetimeErrorKind::Zero });
    }
    if seconds > MAX as u64 {
        return Err(LifetimeError { kind: LifetimeErrorKind::TooLong(seconds) });
    }
    #[expect(clippy::cast_possible_truncation, reason = "at most MAX, a u32")]
    Ok(seconds as u32)
}

/// Reads a lifetime that a person wrote: a number of seconds, or a number with the unit `s`, `m` or `h`.
///
/// ```
/// use twilio_capability_rules::lifetime;
///
/// assert_eq!(lifetime::parse("300"), Ok(300));
/// assert_eq!(lifetime::parse("5m"), Ok(300));
/// assert_eq!(lifetime::parse("five").unwrap_err().to_string(), "this is not a lifetime");
/// ```
///
/// # Errors
///
/// The string does not have this form, or the lifetime is 0 or above 24 hours.
pub const fn parse(s: &str) -> Result<u32, LifetimeError> {
    let (digits, unit) = match s.as_bytes() {
        [b'-', _, ..] => return Err(LifetimeError::negative()),
        [digits @ .., b'm'] => (digits, 60),
        [digits @ .., b'h'] => (digits, 3600),
        [digits @ .., b's'] | digits => (digits, 1),
    };
    if digits.is_empty() {
        return Err(LifetimeError { kind: LifetimeErrorKind::Form });
    }
    let (mut number, mut rest) = (0_u64, digits);
    while let [digit, tail @ ..] = rest {
        if !digit.is_ascii_digit() {
            return Err(LifetimeError { kind: LifetimeErrorKind::Form });
        }
        number = number.saturating_mul(10).saturating_add((*digit - b'0') as u64);
        rest = tail;
    }
    check(number.saturating_mul(unit))
}

/// Whether a number of seconds is more likely a number of whole hours or days than one of milliseconds.
const fn is_in_hours(seconds: u64) -> bool {
    const WEEK: u64 = 7 * 24 * 3600;
    const YEAR: u64 = 366 * 24 * 3600;
    (seconds <= WEEK && seconds.is_multiple_of(3600))
        || (seconds <= YEAR && seconds.is_multiple_of(24 * 3600))
}

/// Why a number or a duration is not a lifetime.
///
/// ```
/// # use twilio_capability_rules::lifetime as twilio_capability;
/// use twilio_capability::LifetimeError;
///
/// fn check(error: &LifetimeError) {
///     // The error of `Ttl::from_secs(0)`.
///     assert_eq!(error.to_string(), "a token that lives 0 s is never valid");
/// }
/// # check(&twilio_capability_rules::lifetime::check(0).unwrap_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LifetimeError {
    kind: LifetimeErrorKind,
}

/// The part of the rule that a lifetime breaks.
///
/// ```
/// # use twilio_capability_rules::lifetime as twilio_capability;
/// use twilio_capability::{LifetimeError, LifetimeErrorKind};
///
/// fn check(error: &LifetimeError) {
///     // The error of `Ttl::from_secs(90_000)`.
///     assert_eq!(error.kind(), LifetimeErrorKind::TooLong(90_000));
/// }
/// # check(&twilio_capability_rules::lifetime::check(90_000).unwrap_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum LifetimeErrorKind {
    /// The lifetime is zero.
    Zero,
    /// The lifetime is below zero.
    Negative,
    /// The lifetime is above 24 hours: this many seconds.
    TooLong(u64),
    /// The lifetime is not a whole number of seconds.
    Fraction,
    /// Not a number, or a number with an unknown unit.
    Form,
}

impl LifetimeError {
    /// The error for a lifetime below zero, for callers whose numbers have a sign.
    ///
    /// ```
    /// # use twilio_capability_rules::lifetime as twilio_capability;
    /// use twilio_capability::LifetimeError;
    ///
    /// assert_eq!(LifetimeError::negative().to_string(), "a lifetime cannot be negative");
    /// ```
    #[must_use]
    pub const fn negative() -> Self {
        Self { kind: LifetimeErrorKind::Negative }
    }

    /// The error for a lifetime with a fraction of a second.
    ///
    /// ```
    /// # use twilio_capability_rules::lifetime as twilio_capability;
    /// use twilio_capability::LifetimeError;
    ///
    /// assert!(LifetimeError::fraction().to_string().contains("whole number of seconds"));
    /// ```
    #[must_use]
    pub const fn fraction() -> Self {
        Self { kind: LifetimeErrorKind::Fraction }
    }

    /// The part of the rule that the lifetime breaks.
    ///
    /// ```
    /// # use twilio_capability_rules::lifetime as twilio_capability;
    /// use twilio_capability::{LifetimeError, LifetimeErrorKind};
    ///
    /// fn check(error: &LifetimeError) {
    ///     // The error of `Ttl::from_secs(0)`.
    ///     assert_eq!(error.kind(), LifetimeErrorKind::Zero);
    /// }
    /// # check(&twilio_capability_rules::lifetime::check(0).unwrap_err());
    /// ```
    #[must_use]
    pub const fn kind(&self) -> LifetimeErrorKind {
        self.kind
    }

    /// What is wrong, as a sentence.
    ///
    /// ```
    /// # use twilio_capability_rules::lifetime as twilio_capability;
    /// use twilio_capability::LifetimeError;
    ///
    /// fn check(error: &LifetimeError) {
    ///     // The error of `Ttl::from_secs(0)`.
    ///     assert_eq!(error.headline().as_str(), "a token that lives 0 s is never valid");
    /// }
    /// # check(&twilio_capability_rules::lifetime::check(0).unwrap_err());
    /// ```
    #[must_use]
    pub const fn headline(&self) -> Message {
        let message = Message::new();
        match self.kind {
            LifetimeErrorKind::Zero => message.str("a token that lives 0 s is never valid"),
            LifetimeErrorKind::Negative => message.str("a lifetime cannot be negative"),
            // A larger number than fits became the largest one.
            LifetimeErrorKind::TooLong(u64::MAX) => message
                .str("a token lives at most 24 hours (86400 s), not ")
                .number(u64::MAX)
                .str(" s or more"),
            LifetimeErrorKind::TooLong(seconds) => {
                message.str("a token lives at most 24 hours (86400 s), not ").number(seconds).str(" s")
            }
            LifetimeErrorKind::Form => message.str("this is not a lifetime"),
            LifetimeErrorKind::Fraction => {
                message.str("a lifetime is a whole number of seconds, this one has a fraction")
            }
        }
    }

    /// What to type instead.
    ///
    /// ```
    /// # use twilio_capability_rules::lifetime as twilio_capability;
    /// use twilio_capability::LifetimeError;
    ///
    /// fn check(error: &LifetimeError) {
    ///     // The error of `Ttl::from_secs(0)`.
    ///     assert_eq!(error.help().as_str(), "a lifetime is from 1 s to 24 hours (86400 s)");
    /// }
    /// # check(&twilio_capability_rules::lifetime::check(0).unwrap_err());
    /// ```
    #[must_use]
    pub const fn help(&self) -> Message {
        match self.kind {
            LifetimeErrorKind::TooLong(seconds) if is_in_hours(seconds) => Message::new()
                .number(seconds)
                .str(" s are ")
                .number(seconds / 3600)
                .str(" hours; a lifetime is from 1 s to 24 hours (86400 s)"),
            LifetimeErrorKind::TooLong(seconds)
                if seconds.is_multiple_of(1000) && check(seconds / 1000).is_ok() =>
            {
                Message::new()
                    .str("the unit is seconds, not milliseconds: did you mean ")
                    .number(seconds / 1000)
                    .str("?")
            }
            LifetimeErrorKind::Form => Message::new()
                .str("write a whole number, of seconds or with a unit: `300`, `300s`, `5m`, `1h`"),
            LifetimeErrorKind::Fraction => {
                Message::new().str("round it to whole seconds, from 1 s to 24 hours")
            }
            _ => Message::new().str("a lifetime is from 1 s to 24 hours (86400 s)"),
        }
    }

    /// Headline and help.
    ///
    /// ```
    /// # use twilio_capability_rules::lifetime as twilio_capability;
    /// use twilio_capability::LifetimeError;
    ///
    /// fn check(error: &LifetimeError) {
    ///     // The error of `Ttl::from_secs(0)`.
    ///     let report = error.report();
    ///     assert!(report.as_str().starts_with("a token that lives 0 s is never valid\n= help: "));
    /// }
    /// # check(&twilio_capability_rules::lifetime::check(0).unwrap_err());
    /// ```
    #[must_use]
    pub const fn report(&self) -> Message {
        Message::report(&self.headline(), "", None, &self.help())
    }
}

impl_error!(LifetimeError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bounds_are_one_second_and_a_day() {
        assert_eq!(check(0).unwrap_err().kind(), LifetimeErrorKind::Zero);
        assert_eq!(check(1), Ok(MIN));
        assert_eq!(check(86_400), Ok(MAX));
        assert_eq!(check(86_401).unwrap_err().kind(), LifetimeErrorKind::TooLong(86_401));
        assert_eq!(check(u64::MAX).unwrap_err().kind(), LifetimeErrorKind::TooLong(u64::MAX));
        assert_eq!(check(DEFAULT.into()), Ok(DEFAULT));
    }

    #[test]
    fn a_lifetime_is_written_with_or_without_a_unit() {
        for (s, seconds) in [("1", 1), ("300", 300), ("300s", 300), ("05m", 300), ("1h", 3600), ("24h", MAX)]
        {
            assert_eq!(parse(s), Ok(seconds), "{s}");
        }
        for s in ["", "s", "m", "five", "5 m", " 5m", "5M", "5min", "1.5h", "1h30m", "+5"] {
            assert_eq!(parse(s).unwrap_err().kind(), LifetimeErrorKind::Form, "{s}");
        }
        assert_eq!(parse("-5").unwrap_err().kind(), LifetimeErrorKind::Negative);
        assert_eq!(parse("0m").unwrap_err().kind(), LifetimeErrorKind::Zero);
        assert_eq!(parse("25h").unwrap_err().kind(), LifetimeErrorKind::TooLong(90_000));
        assert_eq!(parse("99999999999999999999h").unwrap_err().kind(), LifetimeErrorKind::TooLong(u64::MAX));
        assert_eq!(
            parse("99999999999999999999h").unwrap_err().headline().as_str(),
            "a token lives at most 24 hours (86400 s), not 18446744073709551615 s or more"
        );
        assert!(parse("five").unwrap_err().help().as_str().ends_with("`300`, `300s`, `5m`, `1h`"));
    }

    #[test]
    fn whole_hours_are_not_milliseconds() {
        let help = |seconds| check(seconds).unwrap_err().help();
        let allowed = "hours; a lifetime is from 1 s to 24 hours (86400 s)";
        for (seconds, hours) in
            [(90_000, "90000 s are 25 "), (172_800, "172800 s are 48 "), (2_592_000, "2592000 s are 720 ")]
        {
            assert_eq!(help(seconds).as_str().strip_prefix(hours), Some(allowed), "{seconds}");
        }
    }

    #[test]
    fn milliseconds_are_recognised() {
        let help = |seconds| check(seconds).unwrap_err().help();
        assert_eq!(help(300_000).as_str(), "the unit is seconds, not milliseconds: did you mean 300?");
        assert_eq!(help(900_000).as_str(), "the unit is seconds, not milliseconds: did you mean 900?");
        assert_eq!(help(3_600_000).as_str(), "the unit is seconds, not milliseconds: did you mean 3600?");
        assert_eq!(help(86_400_000).as_str(), "the unit is seconds, not milliseconds: did you mean 86400?");
        assert_eq!(help(86_401).as_str(), "a lifetime is from 1 s to 24 hours (86400 s)");
        assert_eq!(help(0).as_str(), "a lifetime is from 1 s to 24 hours (86400 s)");
    }

    #[test]
    fn the_help_for_a_fraction_is_to_round_it() {
        let error = LifetimeError::fraction();
        assert_eq!(
            error.headline().as_str(),
            "a lifetime is a whole number of seconds, this one has a fraction"
        );
        assert_eq!(error.help().as_str(), "round it to whole seconds, from 1 s to 24 hours");
    }
}

use proc_macro2::Literal;

/// The parts of a number as it is written.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct Number {
    pub(crate) negative: bool,
    /// The digits before the decimal point, without `_`.
    pub(crate) digits: String,
    /// The digits after the decimal point.
    pub(crate) fraction: Option<String>,
    pub(crate) suffix: String,
    /// Whether it is hexadecimal, octal or binary, or has an exponent.
    pub(crate) odd: bool,
}

/// A unit of time that a number can have as its suffix.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Unit {
    Seconds,
    Minutes,
    Hours,
}

impl Number {
    /// The parts of `literal`, if it is a number.
    pub(crate) fn of(literal: &Literal) -> Option<Self> {
        Self::read(&literal.to_string())
    }

    fn read(text: &str) -> Option<Self> {
        let (negative, text) = match text.strip_prefix('-') {
            Some(text) => (true, text),
            None => (false, text),
        };
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let mut number = Self {
            negative,
            digits: String::new(),
            fraction: None,
            suffix: String::new(),
            odd: ["0x", "0o", "0b"].iter().any(|radix| text.starts_with(radix)),
        };
        let (digits, mut rest) = split_digits(text);
        number.digits = digits;
        if let Some(after) = rest.strip_prefix('.') {
            let (digits, suffix) = split_digits(after);
            number.fraction = Some(digits);
            rest = suffix;
        }
        let exponent = rest.strip_prefix(['e', 'E']).map(|rest| rest.trim_start_matches(['+', '-', '_']));
        number.odd |= exponent.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        rest.clone_into(&mut number.suffix);
        Some(number)
    }

    /// The seconds in a number and in the numbers after it, each with a unit: `1h30m`.
    pub(crate) fn sum(&self) -> Option<u64> {
        if self.negative || self.odd || self.fraction.is_some() {
            return None;
        }
        let mut seconds: u64 = 0;
        let mut digits = self.digits.clone();
        let mut rest = self.suffix.as_str();
        while !digits.is_empty() {
            let (unit, next) = rest.split_at(rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len()));
            let part = digits.parse::<u64>().ok()?.checked_mul(Unit::meant_by(unit)?.seconds())?;
            seconds = seconds.checked_add(part)?;
            (digits, rest) = split_digits(next);
        }
        Some(seconds)
    }

    /// The number with `unit` as its suffix, if it has no suffix and `unit` is a unit.
    pub(crate) fn with_unit(&self, unit: &str) -> Option<String> {
        let unit = Unit::meant_by(unit)?;
        let plain = !self.negative && !self.odd && self.suffix.is_empty() && self.fraction.is_none();
        (plain && self.digits.len() <= 9).then(|| format!("{}{}", self.digits, unit.suffix()))
    }

    /// The number in seconds, if `unit` is its unit; nothing if that is not a whole number or too large.
    pub(crate) fn seconds(&self, unit: Unit) -> Option<u64> {
        let whole = self.digits.parse::<u64>().ok()?.checked_mul(unit.seconds())?;
        let fraction = self.fraction.as_deref().unwrap_or_default().trim_end_matches('0');
        if fraction.is_empty() {
            return Some(whole);
        }
        let parts = 10_u64.checked_pow(u32::try_from(fraction.len()).ok()?)?;
        let seconds = fraction.parse::<u64>().ok()?.checked_mul(unit.seconds())?;
        if seconds.is_multiple_of(parts) { whole.checked_add(seconds / parts) } else { None }
    }
}

/// A number of seconds in the largest unit that divides it.
pub(crate) fn spelled(seconds: u64) -> String {
    [Unit::Hours, Unit::Minutes]
        .into_iter()
        .find(|unit| seconds.is_multiple_of(unit.seconds()))
        .map_or_else(|| seconds.to_string(), |unit| format!("{}{}", seconds / unit.seconds(), unit.suffix()))
}

fn split_digits(text: &str) -> (String, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '_').unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    (digits.replace('_', ""), rest)
}

impl Unit {
    pub(crate) fn of_suffix(suffix: &str) -> Option<Self> {
        match suffix {
            "" | "s" => Some(Self::Seconds),
            "m" => Some(Self::Minutes),
            "h" => Some(Self::Hours),
            _ => None,
        }
    }

    /// The unit that `text` means, also if it is not one of our suffixes.
    pub(crate) fn meant_by(text: &str) -> Option<Self> {
        match text.to_ascii_lowercase().as_str() {
            "s" | "sec" | "secs" | "second" | "seconds" => Some(Self::Seconds),
            "m" | "min" | "mins" | "minute" | "minutes" => Some(Self::Minutes),
            "h" | "hr" | "hrs" | "hour" | "hours" => Some(Self::Hours),
            _ => None,
        }
    }

    pub(crate) fn seconds(self) -> u64 {
        match self {
            Self::Seconds => 1,
            Self::Minutes => 60,
            Self::Hours => 3600,
        }
    }

    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Self::Seconds => "s",
            Self::Minutes => "m",
            Self::Hours => "h",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(String, Option<String>, String, bool)> {
        Number::read(text).map(|n| (n.digits, n.fraction, n.suffix, n.odd))
    }

    #[test]
    fn a_number_is_split_into_its_parts() {
        let number = |digits: &str, fraction: Option<&str>, suffix: &str, odd| {
            Some((digits.to_owned(), fraction.map(str::to_owned), suffix.to_owned(), odd))
        };
        assert_eq!(parts("300"), number("300", None, "", false));
        assert_eq!(parts("3_00s"), number("300", None, "s", false));
        assert_eq!(parts("1.5h"), number("1", Some("5"), "h", false));
        assert_eq!(parts("1."), number("1", Some(""), "", false));
        assert_eq!(parts("300u64"), number("300", None, "u64", false));
        assert_eq!(parts("1e3"), number("1", None, "e3", true));
        assert_eq!(parts("1.5E-3f64"), number("1", Some("5"), "E-3f64", true));
        assert_eq!(parts("0x1F"), number("0", None, "x1F", true));
        assert_eq!(parts("-5"), number("5", None, "", false));
        assert_eq!(parts("\"5\""), None);
        assert_eq!(parts(""), None);
    }

    #[test]
    fn seconds_are_whole() {
        let seconds = |text, unit| Number::read(text).and_then(|n| n.seconds(unit));
        assert_eq!(seconds("5m", Unit::Minutes), Some(300));
        assert_eq!(seconds("1.5h", Unit::Hours), Some(5400));
        assert_eq!(seconds("0.25h", Unit::Hours), Some(900));
        assert_eq!(seconds("300.0", Unit::Seconds), Some(300));
        assert_eq!(seconds("1.5", Unit::Seconds), None);
        assert_eq!(seconds("0.00000000000000000000001", Unit::Hours), None);
        assert_eq!(seconds("18446744073709551615", Unit::Seconds), Some(u64::MAX));
        assert_eq!(seconds("18446744073709551616", Unit::Seconds), None);
        assert_eq!(seconds("18446744073709551615", Unit::Hours), None);
    }

    #[test]
    fn several_units_are_a_sum() {
        let sum = |text| Number::read(text).and_then(|n| n.sum());
        assert_eq!(sum("1h30m"), Some(5400));
        assert_eq!(sum("1h1m1s"), Some(3661));
        assert_eq!(sum("90min"), Some(5400));
        assert_eq!(sum("1h30"), None);
        assert_eq!(sum("1.5h30m"), None);
        assert_eq!(sum("18446744073709551615h1s"), None);
        assert_eq!(spelled(5400), "90m");
    }

    #[test]
    fn units_by_other_names() {
        let whole = |text, unit| Number::read(text).and_then(|n| n.with_unit(unit));
        assert_eq!(whole("5", "m").as_deref(), Some("5m"));
        assert_eq!(whole("5", "Minutes").as_deref(), Some("5m"));
        assert_eq!(whole("5s", "m"), None);
        assert_eq!(whole("5", "days"), None);
    }
}

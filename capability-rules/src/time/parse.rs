use crate::time::{TimeError, TimeErrorKind, check};

/// Reads a point in time that a person wrote: a number of seconds since 1970, or a date and time as in RFC 3339. A fraction
/// of a second is cut off.
///
/// ```
/// use twilio_capability_rules::time;
///
/// assert_eq!(time::parse("1700000000"), Ok(1_700_000_000));
/// assert_eq!(time::parse("2023-11-14T22:13:20Z"), Ok(1_700_000_000));
/// assert_eq!(time::parse("2023-11-14T23:13:20.5+01:00"), Ok(1_700_000_000));
/// assert_eq!(time::parse("tomorrow").unwrap_err().to_string(), "this is not a time");
/// ```
///
/// # Errors
///
/// The string has neither form, or the time is before 1970 or after the year 9999.
pub const fn parse(s: &str) -> Result<u64, TimeError> {
    let bytes = s.as_bytes();
    if let Some((seconds, [])) = number(bytes, 1, bytes.len()) {
        return check(seconds);
    }
    match rfc3339(bytes) {
        Some(seconds) if seconds < 0 => Err(TimeError::before_epoch()),
        Some(seconds) => check(seconds.unsigned_abs()),
        None => Err(TimeError { kind: TimeErrorKind::Form }),
    }
}

/// The seconds since 1970 of `2023-11-14T22:13:20Z`.
const fn rfc3339(s: &[u8]) -> Option<i64> {
    let Some((year, [b'-', s @ ..])) = number(s, 4, 4) else { return None };
    let Some((month @ 1..=12, [b'-', s @ ..])) = number(s, 2, 2) else { return None };
    let Some((day, [b'T' | b't' | b' ', s @ ..])) = number(s, 2, 2) else { return None };
    let Some((hour @ 0..=23, [b':', s @ ..])) = number(s, 2, 2) else { return None };
    let Some((minute @ 0..=59, [b':', s @ ..])) = number(s, 2, 2) else { return None };
    let Some((second @ 0..=59, s)) = number(s, 2, 2) else { return None };
    if day == 0 || day > days_of(year, month) {
        return None;
    }
    let s = match s {
        [b'.', fraction @ ..] => match number(fraction, 1, fraction.len()) {
            Some((_, rest)) => rest,
            None => return None,
        },
        _ => s,
    };
    let (sign, offset) = match s {
        [b'Z' | b'z'] => (0, 0),
        [sign @ (b'+' | b'-'), s @ ..] => {
            let Some((hours @ 0..=23, [b':', s @ ..])) = number(s, 2, 2) else { return None };
            let Some((minutes @ 0..=59, [])) = number(s, 2, 2) else { return None };
            (if *sign == b'+' { -1 } else { 1 }, 3600 * hours + 60 * minutes)
        }
        _ => return None,
    };
    let local = 86_400 * days_since_0000_03_01(year, month, day) + 3600 * hour + 60 * minute + second;
    Some(local.cast_signed() - 86_400 * 719_468 + sign * offset.cast_signed())
}

/// The number of `min` to `max` digits at the start of `s`, and what follows. A number that is too large is the largest.
const fn number(s: &[u8], min: usize, max: usize) -> Option<(u64, &[u8])> {
    let (mut rest, mut number, mut count) = (s, 0_u64, 0);
    while count < max
        && let [digit @ b'0'..=b'9', tail @ ..] = rest
    {
        number = number.saturating_mul(10).saturating_add((*digit - b'0') as u64);
        (rest, count) = (tail, count + 1);
    }
    if count < min { None } else { Some((number, rest)) }
}

const fn days_of(year: u64, month: u64) -> u64 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Years are counted from March, so that the leap day is the last day of its year. The first two months of the year 0 count
/// as later days of it, which changes nothing: they are before 1970 too.
const fn days_since_0000_03_01(year: u64, month: u64, day: u64) -> u64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year.saturating_sub(1), month + 9) };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::MAX;

    #[test]
    fn a_time_is_a_number_or_a_date() {
        for (s, seconds) in [
            ("0", 0),
            ("17", 17),
            ("253402300799", MAX),
            ("1970-01-01T00:00:00Z", 0),
            ("2000-02-28T23:59:59Z", 951_782_399),
            ("2000-02-29T00:00:00Z", 951_782_400),
            ("2000-03-01 00:00:00z", 951_868_800),
            ("2100-03-01t00:00:00Z", 4_107_542_400),
            ("2024-12-31T23:59:59.999999999999999999999Z", 1_735_689_599),
            ("2024-12-31T22:59:59-01:00", 1_735_689_599),
            ("2025-01-01T05:29:59+05:30", 1_735_689_599),
            ("9999-12-31T23:59:59Z", MAX),
        ] {
            assert_eq!(parse(s), Ok(seconds), "{s}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for s in [
            "",
            " 1",
            "1s",
            "-1",
            "2024-13-01T00:00:00Z",
            "2024-00-01T00:00:00Z",
            "2023-02-29T00:00:00Z",
            "2100-02-29T00:00:00Z",
            "2024-04-31T00:00:00Z",
            "2024-01-00T00:00:00Z",
            "2024-01-01T24:00:00Z",
            "2024-01-01T00:60:00Z",
            "2024-01-01T00:00:60Z",
            "2024-01-01T00:00:00",
            "2024-01-01T00:00:00.Z",
            "2024-01-01T00:00:00+1:00",
            "2024-01-01T00:00:00+01:00Z",
            "2024-01-01",
            "24-01-01T00:00:00Z",
            "02024-01-01T00:00:00Z",
            "2024-001-01T00:00:00Z",
        ] {
            assert_eq!(parse(s).map_err(|error| error.kind()), Err(TimeErrorKind::Form), "{s}");
        }
        for s in ["1969-12-31T23:59:59Z", "0000-01-01T00:00:00Z", "1970-01-01T00:00:00+00:01"] {
            assert_eq!(parse(s), Err(TimeError::before_epoch()), "{s}");
        }
        for s in ["253402300800", "99999999999999999999999", "9999-12-31T23:59:59-00:01"] {
            assert!(matches!(parse(s).unwrap_err().kind(), TimeErrorKind::TooLate(_)), "{s}");
        }
    }
}

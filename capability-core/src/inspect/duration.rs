//! Lengths of time in words.

use std::fmt;

/// A number of seconds: `2 hours 5 minutes`, the two largest units of it.
pub(crate) struct InWords(pub(crate) u64);

const UNITS: [(u64, &str); 4] = [(86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")];

impl fmt::Display for InWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        let mut written = 0;
        for (seconds, unit) in UNITS {
            let count = rest / seconds;
            rest %= seconds;
            if written == 2 || count == 0 {
                continue;
            }
            let (space, plural) = (if written == 0 { "" } else { " " }, if count == 1 { "" } else { "s" });
            write!(f, "{space}{count} {unit}{plural}")?;
            written += 1;
        }
        if written == 0 { f.write_str("0 seconds") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_largest_units_are_named() {
        for (seconds, words) in [
            (0, "0 seconds"),
            (1, "1 second"),
            (59, "59 seconds"),
            (60, "1 minute"),
            (3599, "59 minutes 59 seconds"),
            (3600, "1 hour"),
            (7205, "2 hours 5 seconds"),
            (90_061, "1 day 1 hour"),
            (86_399, "23 hours 59 minutes"),
            (864_000, "10 days"),
        ] {
            assert_eq!(InWords(seconds).to_string(), words);
        }
    }
}

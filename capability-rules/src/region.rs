//! Regions: where Twilio processes and stores what a token's owner does.
//!
//! A region's code is two letters, a number, and for private interconnects `-ix`: `au1`, `us1-ix`. Sources: "Twilio
//! Regions" for `us1`, `ie1` and `au1`, where products run today; "Legacy Regions" for the other codes and for the
//! edge locations that have replaced some of them (docs/global-infrastructure). The form is checked and not the
//! list, so that a region that Twilio opens tomorrow can be named.

use crate::{Text, chars, impl_error};

/// The regions that Twilio has named.
pub const KNOWN: [&str; 8] = ["us1", "ie1", "au1", "br1", "de1", "jp1", "sg1", "us2"];

/// What people write for a region: the names of edge locations, and codes from before there were numbers.
const OTHER_NAMES: [(&str, &str); 15] = [
    ("ashburn", "us1"),
    ("dublin", "ie1"),
    ("frankfurt", "de1"),
    ("sao-paulo", "br1"),
    ("singapore", "sg1"),
    ("sydney", "au1"),
    ("tokyo", "jp1"),
    ("umatilla", "us2"),
    ("au", "au1"),
    ("br", "br1"),
    ("ie", "ie1"),
    ("jp", "jp1"),
    ("sg", "sg1"),
    ("us-or", "us2"),
    ("us-va", "us1"),
];

/// Checks the code of a region.
///
/// ```
/// use twilio_capability_rules::region;
///
/// region::check("au1")?;
/// let error = region::check("sydney").unwrap_err();
/// assert_eq!(error.to_string(), "this is not the code of a region");
/// assert_eq!(error.help().as_str(), "did you mean `au1`?");
/// # Ok::<(), region::RegionError>(())
/// ```
///
/// # Errors
///
/// It does not have the form of a code.
pub const fn check(s: &str) -> Result<(), RegionError> {
    if s.is_empty() {
        return Err(RegionError { kind: RegionErrorKind::Empty, meant: None });
    }
    if has_form(s.as_bytes()) {
        return Ok(());
    }
    Err(RegionError { kind: RegionErrorKind::Form, meant: meant(s) })
}

/// `[a-z]{2}[0-9]{1,2}(-[a-z]{2,8})?`
const fn has_form(bytes: &[u8]) -> bool {
    let [first, second, digit, rest @ ..] = bytes else { return false };
    if !first.is_ascii_lowercase() || !second.is_ascii_lowercase() || !digit.is_ascii_digit() {
        return false;
    }
    let suffix = match rest {
        [digit, rest @ ..] if digit.is_ascii_digit() => rest,
        rest => rest,
    };
    let [dash, letters @ ..] = suffix else { return true };
    let mut rest = letters;
    if *dash != b'-' || rest.len() < 2 || rest.len() > 8 {
        return false;
    }
    while let Some((letter, others)) = rest.split_first() {
        if !letter.is_ascii_lowercase() {
            return false;
        }
        rest = others;
    }
    true
}

const fn meant(s: &str) -> Option<&'static str> {
    let mut known = KNOWN.as_slice();
    while let Some((code, others)) = known.split_first() {
        if chars::equal_but_for_case(s, code) {
            return Some(code);
        }
        known = others;
    }
    let mut names = OTHER_NAMES.as_slice();
    while let Some(((name, code), others)) = names.split_first() {
        if chars::equal_but_for_case(s, name) {
            return Some(code);
        }
        names = others;
    }
    None
}

/// Why a text is not the code of a region.
///
/// ```
/// use twilio_capability_rules::region::{self, RegionErrorKind};
///
/// let error = region::check("").unwrap_err();
/// assert_eq!(error.kind(), RegionErrorKind::Empty);
/// assert_eq!(error.help().as_str(), "leave it out: without one it is `us1`");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RegionError {
    kind: RegionErrorKind,
    meant: Option<&'static str>,
}

/// The part of the rule that was broken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum RegionErrorKind {
    /// There is no text.
    Empty,
    /// It is not made as a code is.
    Form,
}

impl RegionError {
    /// What is wrong.
    #[must_use]
    pub const fn kind(&self) -> RegionErrorKind {
        self.kind
    }

    /// What is wrong, as a sentence.
    #[must_use]
    pub const fn headline(&self) -> Text {
        Text::new().str(match self.kind {
            RegionErrorKind::Empty => "this region is empty",
            RegionErrorKind::Form => "this is not the code of a region",
        })
    }

    /// What to do about it.
    #[must_use]
    pub const fn help(&self) -> Text {
        match (self.kind, self.meant) {
            (RegionErrorKind::Empty, _) => Text::new().str("leave it out: without one it is `us1`"),
            (_, Some(code)) => Text::new().str("did you mean `").str(code).str("`?"),
            (_, None) => Text::new().str("a code is two small letters and a number: `us1`, `ie1`, `au1`"),
        }
    }

    /// Headline, the text with carets under it, and help. `value` is the text that was checked.
    ///
    /// ```
    /// use twilio_capability_rules::region;
    ///
    /// let report = region::check("AU1").unwrap_err().report("AU1");
    /// assert_eq!(
    ///     report.as_str(),
    ///     "this is not the code of a region\n  AU1\n  ^^^\n= help: did you mean `au1`?"
    /// );
    /// ```
    #[must_use]
    pub const fn report(&self, value: &str) -> Text {
        let at = 0..value.len();
        let at = match self.kind {
            RegionErrorKind::Empty => None,
            RegionErrorKind::Form => Some(&at),
        };
        Text::report(&self.headline(), value, at, &self.help())
    }
}

impl_error!(RegionError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_checked_and_not_the_list() {
        for code in KNOWN.iter().chain(&["in1", "us1-ix", "sg1-ix", "eu12", "us1-abcdefgh"]) {
            assert_eq!(check(code), Ok(()), "{code}");
        }
        for text in [
            "us",
            "u1",
            "u11",
            "US1",
            "us1-",
            "us1-i",
            "us1-IX",
            "us1-abcdefghi",
            "us123",
            "us1ix",
            "1us",
            "roaming",
            "gll",
            "é1",
        ] {
            assert_eq!(check(text).unwrap_err().kind(), RegionErrorKind::Form, "{text}");
        }
        assert_eq!(check("").unwrap_err().kind(), RegionErrorKind::Empty);
    }

    #[test]
    fn an_empty_region_is_to_be_left_out() {
        assert_eq!(
            check("").unwrap_err().report("").as_str(),
            "this region is empty\n= help: leave it out: without one it is `us1`"
        );
    }

    #[test]
    fn what_is_near_is_guessed() {
        for (text, code) in [("Dublin", "ie1"), ("IE1", "ie1"), ("us-va", "us1"), ("umatilla", "us2")] {
            assert_eq!(check(text).unwrap_err().meant, Some(code));
        }
        assert_eq!(check("roaming").unwrap_err().meant, None);
    }
}
